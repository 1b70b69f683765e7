#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "searcher/leaf_blocks.hpp"
#include "searcher/passage_scorer.hpp"

namespace dateline {

/// What an article has to say for a query, as the first stage orders articles.
struct ArticleScore {
    std::uint32_t coverage = 0;  ///< as RankedArticle has it
    double evidence = 0;         ///< 0 to 1
};

/// Of the articles of a block, by their places.
using BlockScores = std::array<ArticleScore, articles_each_block>;

/// Scores articles by how often each leaf stands in them.
class ArticleScorer {
  public:
    /// Both must outlive it.
    ArticleScorer(const SegmentScope& scope, const QueryWeights& weights);

    /// `frequencies`: of each leaf, capped at most_frequency (leaf_blocks.hpp); 0: it does not
    /// hold. Grows with each of them. The sum of weight x saturated frequency (BM25) of all that
    /// the query weighs.
    ArticleScore score(std::uint32_t article, std::span<const std::uint8_t> frequencies) const;
    /// Of some articles of a block, by their places; `leaves`: where they hold, and how often.
    void score(std::uint32_t number, std::span<const LeafBlock> leaves, const ArticleBits& articles,
               BlockScores& scores) const;
    /// No article of these has a higher score.
    ArticleScore most(std::span<const LeafGlance> leaves, const ArticleBits& articles) const;

    /// Those of some articles of a block that may score `least` or more, and perhaps others.
    ArticleBits may_reach(const ArticleScore& least, std::span<const LeafBlock> leaves,
                          const ArticleBits& articles) const;

  private:
    double most_of(std::size_t leaf, const LeafGlance& glance) const;
    ArticleBits with_leaves(std::size_t language, std::uint32_t count,
                            std::span<const LeafBlock> leaves, const ArticleBits& articles) const;
    ArticleBits with_evidence(std::size_t language, double least, std::span<const LeafBlock> leaves,
                              const ArticleBits& articles) const;
    ArticleScore most_in(std::size_t language, std::span<const LeafGlance> leaves,
                         const ArticleBits& articles) const;
    double half_frequency(std::uint32_t article) const;
    double part_of_total(double evidence) const;

    const SegmentScope& scope_;
    const QueryWeights& weights_;
    std::vector<bool> covers_;             // by language: whether coverage counts
    std::array<double, 256> most_shares_;  // of a saturated frequency, by LeafGlance's
};

}  // namespace dateline
