#pragma once

#include <optional>

#include "corpus/calendar.hpp"
#include "searcher/index.hpp"

namespace dateline {

/// How fast news gets old.
struct Freshness {
    double half_life_days = 0;  ///< > 0: after so many a score is worth half
    Day today = 0;
};

/// What an article's age leaves of its score: 2^(-age / half-life), as radioactive decay has it. A
/// function of its day and of the oldest one of the index, however that is cut into segments.
class Fading {
  public:
    /// Nothing fades without `freshness`. The index must outlive it.
    Fading(const Index& index, const std::optional<Freshness>& freshness);
    /// Over 0, at most 1. Articles of days to come are as those of today, undated ones as the
    /// oldest of the index, and what is older than 1,000 half-lives is equally old.
    double of(ArticlePlace place) const;

  private:
    const Index& index_;
    std::optional<Freshness> freshness_;
    Day undated_ = 0;
};

}  // namespace dateline
