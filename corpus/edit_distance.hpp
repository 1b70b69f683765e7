#pragma once

#include <cstddef>
#include <string_view>

namespace dateline {

/// Bytes to be put in, left out or replaced to make `b` of `a` (Levenshtein), for "did you mean".
std::size_t edit_distance(std::string_view a, std::string_view b);

}  // namespace dateline
