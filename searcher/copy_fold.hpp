#pragma once

#include <span>
#include <vector>

#include "searcher/copies.hpp"
#include "searcher/match.hpp"

namespace dateline {

/// Folds each cluster of near-duplicates in an answer to the one of its articles that comes first.
class CopyFold {
  public:
    /// `matches`: of each segment. Both must outlive the fold.
    CopyFold(const ArticleCopies& copies, std::span<const SegmentMatches> matches);

    /// Whether the article stands for itself: no other one of its cluster came before.
    bool lists(SegmentArticle article);
    /// The other members of its cluster that match.
    std::vector<SegmentArticle> folded_into(SegmentArticle article) const;
    /// How many of these articles, by segment, are not listed where all of them are.
    std::uint64_t folded_total(std::span<const ArticleSet* const> articles) const;

  private:
    const ArticleCopies& copies_;
    std::span<const SegmentMatches> matches_;
    std::vector<std::optional<SegmentArticle>> listed_;  // by cluster
};

}  // namespace dateline
