#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/plan.hpp"
#include "searcher/segment.hpp"

namespace dateline {

/// A query may hold so many different patterns and fuzzy words: each looks at all words of an
/// index.
inline constexpr std::size_t max_expansions = 32;

/// Finds the forms that the plan's patterns and fuzzy words stand for in the segments. Returns what
/// the user must know: that a word fits more forms than are taken. Throws Error{usage} for more
/// than max_expansions.
std::vector<std::string> expand(Plan& plan, std::span<const Segment> segments);

/// '*' fits any characters, '?' any one (code points); all else itself. UTF-8.
bool fits_pattern(std::string_view text, std::string_view pattern);

/// Whether `a` becomes `b` by at most `edits` insertions, deletions, replacements and exchanges of
/// neighbours (optimal string alignment; Damerau 1964), of code points.
bool is_within_edits(std::u32string_view a, std::u32string_view b, std::uint32_t edits);

}  // namespace dateline
