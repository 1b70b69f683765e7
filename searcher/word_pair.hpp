#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "searcher/span.hpp"

namespace dateline {

/// Whether a field's words may stand in a text of an article; and whether only in the lead of the
/// body.
bool reaches(Field field, std::size_t text);
bool only_in_lead(Field field);

/// Whether a tree is a near, with neither side denied, of single words, or of any of several: what
/// most queries ask for.
bool is_word_pair(const SpanNode& tree);

/// Of such a tree: the words at which its spans begin, ascending, in a text (headline or body) of
/// an article.
std::vector<std::uint32_t> pair_begins(const SpanNode& tree, const AskedText& text,
                                       std::size_t which);

}  // namespace dateline
