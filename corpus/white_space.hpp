#pragma once

#include <cstddef>
#include <string_view>

namespace dateline {

/// Bytes of the character that `text` begins with, if it is white space (Unicode's White_Space,
/// C1's next line included), else 0; also 0 for an empty text. UTF-8.
std::size_t white_space_size(std::string_view text);

/// Bytes of white space at the start of `text`.
std::size_t leading_white_space(std::string_view text);
/// Bytes of white space at the end of `text`.
std::size_t trailing_white_space(std::string_view text);

}  // namespace dateline
