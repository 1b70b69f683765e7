#pragma once

#include <cstddef>
#include <string_view>

namespace dateline {

/// Bytes of the well-formed character at the start of `text` (Unicode 15, table 3-7); 0 where there
/// is none.
std::size_t utf8_size(std::string_view text);

}  // namespace dateline
