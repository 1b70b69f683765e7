#include "searcher/segment_order.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace dateline {

// To decide a batch costs something, however few articles it has.
constexpr double least_batch = 16;

double rounded_score(double score) {
    constexpr double steps = 1ULL << 48;
    return std::round(score * steps) / steps;
}

bool comes_later(const Scored& a, const Scored& b) {
    return std::tuple(a.coverage, a.score, b.article, b.docid) <
           std::tuple(b.coverage, b.score, a.article, a.docid);
}

SegmentOrder::SegmentOrder(std::vector<Scored> scored) : decided_(std::move(scored)) {
    // A heap, since mostly only the first few are wanted.
    std::ranges::make_heap(decided_, comes_later);
}

SegmentOrder::SegmentOrder(const MatchedIndex& matched, std::uint32_t number, const Fading& fading,
                           std::size_t wanted)
    : matched_(&matched), fading_(&fading), number_(number), wanted_(wanted) {
    if (wanted > 0) batch_ = wanted + wanted / 2 + 4;
    const PossibleArticles& all = matched.possible()[number];
    add_scored(all);
    add_blocks(all);
}

Scored SegmentOrder::scored(std::uint32_t article, const ArticleScore& score) const {
    return {article, 0, score.coverage,
            rounded_score(score.evidence * fading_->of({number_, article}))};
}

void SegmentOrder::add_scored(const PossibleArticles& all) {
    const std::span<const ArticleScore> scores = all.scores();
    (all.are_sure() ? decided_.reserve(scores.size()) : possible_.reserve(scores.size()));
    for (std::uint32_t index = 0; index < scores.size(); ++index) {
        const Scored most = scored(all.articles()[index], scores[index]);
        if (all.are_sure())
            decided_.push_back(most);
        else
            possible_.push_back({most, index});
    }
    std::ranges::make_heap(decided_, comes_later);
    find_most();
}

// The first article of a block is its newest, of which least has faded.
void SegmentOrder::add_blocks(const PossibleArticles& all) {
    unscored_.reserve(all.blocks().size());
    left_.reserve(all.blocks().size());
    for (const PossibleArticles::Block& block : all.blocks()) {
        const std::uint32_t first = block.number * articles_each_block + block.articles.first();
        unscored_.push_back({scored(first, block.most), static_cast<std::uint32_t>(left_.size())});
        left_.push_back({block.number, block.articles});
    }
    std::ranges::make_heap(unscored_, is_less<Unscored>);
}

const Scored* SegmentOrder::last_wanted() const {
    return wanted_ > 0 && best_.size() == wanted_ && taken_ < wanted_ ? &best_.front() : nullptr;
}

void SegmentOrder::add_known(const Scored& scored) {
    const auto comes_sooner = [](const Scored& a, const Scored& b) { return comes_later(b, a); };
    decided_.push_back(scored);
    std::ranges::push_heap(decided_, comes_later);
    if (wanted_ == 0) return;
    if (best_.size() == wanted_) {
        std::ranges::pop_heap(best_, comes_sooner);
        best_.pop_back();
    }
    best_.push_back(scored);
    std::ranges::push_heap(best_, comes_sooner);
}

// What comes behind all that is wanted is left for when more is wanted after all.
void SegmentOrder::score_block() {
    std::ranges::pop_heap(unscored_, is_less<Unscored>);
    const std::uint32_t block = unscored_.back().block;
    unscored_.pop_back();
    const std::uint32_t number = left_[block].number;
    ArticleBits& articles = left_[block].articles;
    const std::uint32_t first = number * articles_each_block;
    ArticleScore least;
    if (const Scored* const last = last_wanted()) {
        // Sums of doubles are not exact, and scores are rounded.
        constexpr double rounding = 1 - 1e-6;
        const double fading = fading_->of({number_, first + articles.first()});
        least = {last->coverage, last->score / fading * rounding};
    }
    matched_->possible()[number_]
        .score(number, articles, least, scores_)
        .for_each([&](std::uint32_t place) {
            const Scored article = scored(first + place, scores_[place]);
            const Scored* const last = last_wanted();
            if (last != nullptr && comes_later(article, *last)) return;
            add_known(article);
            articles.clear(place);
        });
    if (!articles.any()) return;
    unscored_.push_back({*last_wanted(), block});
    std::ranges::push_heap(unscored_, is_less<Unscored>);
}

void SegmentOrder::find_most() {
    if (!possible_.empty()) most_ = std::ranges::max_element(possible_, is_less<Possible>)->most;
}

bool SegmentOrder::at_end() {
    settle();
    return decided_.empty();
}

const Scored& SegmentOrder::front() {
    settle();
    return decided_.front();
}

Scored SegmentOrder::take() {
    settle();
    std::ranges::pop_heap(decided_, comes_later);
    const Scored taken = decided_.back();
    decided_.pop_back();
    ++taken_;
    return taken;
}

void SegmentOrder::settle() {
    while (!unscored_.empty() && may_come_next(unscored_.front().most)) score_block();
    while (!possible_.empty() && may_come_next(most_)) decide_some();
}

void SegmentOrder::decide_some() {
    const auto kept = possible_.size() - std::min(batch_, possible_.size());
    const auto first = possible_.begin() + static_cast<std::ptrdiff_t>(kept);
    std::ranges::nth_element(possible_, first, is_less<Possible>);
    const std::vector<Possible> taken(first, possible_.end());
    possible_.erase(first, possible_.end());
    find_most();
    std::vector<std::uint32_t> articles;
    for (const Possible& possible : taken) articles.push_back(possible.most.article);
    const std::size_t known = decided_.size();
    matched_->decide(number_, article_set(std::move(articles)));
    for (const Possible& possible : taken) add_if_matched(possible);
    batch_ = next_batch(decided_.size() - known, taken.size());
}

// As many as are missing, were as many of them to match as of the last ones. Where few match, most
// have to be read: sooner done in the order of their numbers.
std::size_t SegmentOrder::next_batch(std::size_t matched, std::size_t decided) const {
    const std::size_t known = taken_ + decided_.size();
    const double missing = known < wanted_ ? static_cast<double>(wanted_ - known) : 1;
    const double each = static_cast<double>(decided + 1) / (static_cast<double>(matched) + 0.5);
    const double most = static_cast<double>(decided) * 8;
    return static_cast<std::size_t>(std::max(least_batch, std::min(missing * each, most)));
}

// A leaf that does not hold after all takes its share of the score with it.
void SegmentOrder::add_if_matched(const Possible& possible) {
    const SegmentMatches& matches = matched_->matches()[number_];
    const std::uint32_t article = possible.most.article;
    if (!contains(matches.articles, article)) return;
    const std::span<const std::uint8_t> known =
        matched_->possible()[number_].frequencies_of(possible.index);
    std::vector<std::uint8_t> frequencies(known.begin(), known.end());
    for (std::size_t leaf = 0; leaf < frequencies.size(); ++leaf)
        if (frequencies[leaf] != 0 &&
            (!contains(matches.leaves[leaf].articles, article) || matches.is_idle(leaf, article)))
            frequencies[leaf] = 0;
    const ArticleScorer& scorer = matched_->possible()[number_].scorer();
    decided_.push_back(scored(article, scorer.score(article, frequencies)));
    std::ranges::push_heap(decided_, comes_later);
}

}  // namespace dateline
