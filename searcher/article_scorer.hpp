#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "searcher/passage_scorer.hpp"

namespace dateline {

/// What an article has to say for a query, as the first stage orders articles.
struct ArticleScore {
    std::uint32_t coverage = 0;  ///< as RankedArticle has it
    double evidence = 0;         ///< 0 to 1
};

/// Scores articles by how often each leaf stands in them.
class ArticleScorer {
  public:
    /// Both must outlive it.
    ArticleScorer(const SegmentScope& scope, const QueryWeights& weights);

    /// `frequencies`: of each leaf, capped at most_frequency (leaf_blocks.hpp); 0: it does not
    /// hold. Grows with each of them. The sum of weight x saturated frequency (BM25) of all that
    /// the query weighs.
    ArticleScore score(std::uint32_t article, std::span<const std::uint8_t> frequencies) const;

  private:
    const SegmentScope& scope_;
    const QueryWeights& weights_;
    std::vector<std::vector<LeafRole>> roles_;  // by language, by leaf
    std::vector<bool> covers_;                  // by language: whether coverage counts
};

}  // namespace dateline
