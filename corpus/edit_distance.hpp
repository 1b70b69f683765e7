#pragma once

#include <cstddef>
#include <string_view>

namespace dateline {

/// How many insertions, deletions, replacements and exchanges of neighbours make `b` of `a`
/// (optimal string alignment; Damerau 1964), in code points; `most` + 1 where it takes more than
/// `most`.
std::size_t edit_distance(std::u32string_view a, std::u32string_view b, std::size_t most);

/// The same of UTF-8 texts.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t most);

}  // namespace dateline
