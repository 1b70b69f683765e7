#pragma once

#include <vector>

#include "searcher/leaf_match.hpp"

namespace dateline {

/// What a plan finds in one segment.
struct SegmentMatches {
    std::vector<LeafMatches> leaves;  ///< in the order of Plan::leaves
    ArticleSet articles;              ///< that the whole query holds for, or one of whose passages
    std::vector<DocId> passages;      ///< that it holds for, where passages are the answer
};

SegmentMatches match_segment(const SegmentScope& scope);

/// The articles that one node of the plan holds for, or the docids of the passages where those are
/// the answer; `leaves` as match_segment finds them.
std::vector<std::uint32_t> held_by(const SegmentScope& scope,
                                   const std::vector<LeafMatches>& leaves, const PlanNode& node);

}  // namespace dateline
