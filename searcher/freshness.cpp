#include "searcher/freshness.hpp"

#include <algorithm>
#include <cmath>

namespace dateline {

namespace {

// A double still has room for a score times this.
constexpr double most_half_lives = 1000;

// Days descend. nullopt: no living article is dated.
std::optional<Day> oldest_day(const Segment& segment) {
    for (std::uint32_t article = segment.articles().dated_count(); article-- > 0;)
        if (!segment.tombstones().is_dead(article)) return segment.articles().day(article);
    return std::nullopt;
}

}  // namespace

Fading::Fading(const Index& index, const std::optional<Freshness>& freshness)
    : index_(index), freshness_(freshness) {
    if (!freshness) return;
    undated_ = freshness->today;
    for (const Segment& segment : index.segments())
        if (const std::optional<Day> day = oldest_day(segment)) undated_ = std::min(undated_, *day);
}

double Fading::of(ArticlePlace place) const {
    if (!freshness_) return 1;
    const ArticlesFile& articles = index_.segments()[place.segment].articles();
    const bool is_dated = place.article < articles.dated_count();
    const Day day = is_dated ? articles.day(place.article) : undated_;
    const double age = std::max(0.0, static_cast<double>(freshness_->today) - day);
    return std::exp2(-std::min(most_half_lives, age / freshness_->half_life_days));
}

}  // namespace dateline
