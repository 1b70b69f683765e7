#pragma once

#include <cstdint>
#include <vector>

#include "searcher/article_set.hpp"
#include "searcher/plan.hpp"
#include "searcher/segment_scope.hpp"

namespace dateline {

/// Where a word or phrase holds in a segment. Every article has at least one passage; a match in
/// the headline is one of the first passage.
struct LeafMatches {
    std::uint64_t candidates =
        0;  ///< articles that the terms propose, before the stored words tell
    ArticleSet articles;
    std::vector<Posting> passages;  ///< ascending; of a phrase: where it begins
};

/// Exact: what the terms do not tell is decided by the stored text.
LeafMatches match_leaf(const SegmentScope& scope, const TextLeaf& leaf);

}  // namespace dateline
