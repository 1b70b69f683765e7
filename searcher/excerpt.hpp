#pragma once

#include <string>
#include <vector>

#include "searcher/search.hpp"

namespace dateline {

/// What is shown of a passage: the parts around its matches, with an ellipsis at each cut.
struct Excerpt {
    std::string text;
    std::vector<TextRange> matches;  ///< in text; ascending, disjoint
};

/// A short passage whole; of a longer one up to two windows of about 300 bytes that together hold
/// as many different matches as can be, cut between sentences where possible, never inside a word.
Excerpt excerpt_of(const PassageHit& hit);

}  // namespace dateline
