#pragma once

#include <vector>

#include "searcher/leaf_match.hpp"

namespace dateline {

/// What a plan finds in one segment.
struct SegmentMatches {
    std::vector<LeafMatches> leaves;  ///< in the order of Plan::leaves
    ArticleSet articles;              ///< that the whole query holds for
};

SegmentMatches match_segment(const SegmentScope& scope);

/// The articles that one node of the plan holds for; `leaves` as match_segment finds them.
ArticleSet articles_of(const SegmentScope& scope, const std::vector<LeafMatches>& leaves,
                       const PlanNode& node);

}  // namespace dateline
