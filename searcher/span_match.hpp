#pragma once

#include "searcher/leaf_match.hpp"
#include "searcher/phrase_match.hpp"

namespace dateline {

/// Where the tree of `group` holds in a segment: the passages in which its spans begin. Proposed by
/// the terms, decided by the stored words.
LeafMatches match_spans(const SegmentScope& scope, const LanguageGroup& group);

}  // namespace dateline
