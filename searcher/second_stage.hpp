#pragma once

#include <span>
#include <vector>

#include "searcher/rank.hpp"

namespace dateline {

/// What the texts of the first articles add to their evidence, and what the words of the best of
/// them (feedback) say of all: their new scores, 0 to 1, whatever their age. A function of these
/// articles alone, of which only place and coverage are read.
std::vector<double> second_stage(const Index& index, std::span<const SegmentScope> scopes,
                                 std::span<const SegmentMatches> matches,
                                 const QueryWeights& weights,
                                 std::span<const RankedArticle> articles, FeedbackUse feedback);

}  // namespace dateline
