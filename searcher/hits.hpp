#pragma once

#include <vector>

#include "searcher/rank.hpp"
#include "searcher/search.hpp"

namespace dateline {

/// Reads the texts of ranked articles of one segment and shows in them what matched.
class HitReader {
  public:
    /// All must outlive the reader.
    HitReader(const SegmentScope& scope, const SegmentMatches& matches,
              const std::vector<std::uint64_t>& weights);
    ArticleHit read(const RankedArticle& ranked, std::uint32_t passages_each);

  private:
    const SegmentScope& scope_;
    const std::vector<std::uint64_t>& weights_;
    PassageScorer scorer_;
};

}  // namespace dateline
