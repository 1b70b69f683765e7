#pragma once

#include <span>
#include <vector>

#include "searcher/match.hpp"
#include "searcher/passage_scorer.hpp"

namespace dateline {

/// Of about this many candidates, or up to twice as many, is seen in how many of all of them a leaf
/// holds.
inline constexpr std::uint64_t sampled_candidates = 256;

/// Of each leaf of the plan: exactly where the terms tell; else estimated from a sample of its
/// candidates, all of them where they are fewer than two samples. The sample depends on the
/// articles' contents alone, so that it is the same however an index is cut into segments; a leaf
/// counts once a passage there. Where only one leaf ranks, it is not looked at, half of all
/// articles are taken to hold it: its weight orders nothing.
std::vector<LeafStatistics> leaf_statistics(const ArchiveSize& archive,
                                            std::span<const SegmentScope> scopes,
                                            std::span<SegmentMatcher> matchers);

/// 1 or more: of so many candidates those are in the sample whose content hash it divides.
std::uint64_t sample_step(std::uint64_t candidates);
/// Those of `articles` that are in the sample.
ArticleSet sampled(const ArticlesFile& file, const ArticleSet& articles, std::uint64_t step);

}  // namespace dateline
