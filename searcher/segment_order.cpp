#include "searcher/segment_order.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace dateline {

bool comes_later(const Scored& a, const Scored& b) {
    return std::tuple(a.coverage, a.score, b.article, b.docid) <
           std::tuple(b.coverage, b.score, a.article, a.docid);
}

SegmentOrder::SegmentOrder(std::vector<Scored> scored) : decided_(std::move(scored)) {
    // A heap, since mostly only the first few are wanted.
    std::ranges::make_heap(decided_, comes_later);
}

SegmentOrder::SegmentOrder(const MatchedIndex& matched, std::uint32_t number, const Fading& fading)
    : matched_(&matched), fading_(&fading), number_(number) {
    const PossibleArticles& all = matched.possible()[number];
    const auto scored = [&](std::uint32_t index) -> Scored {
        const std::uint32_t article = all.articles[index];
        const auto [coverage, evidence] = all.scores[index];
        return {article, 0, coverage, evidence * fading.of({number, article})};
    };
    (all.are_sure ? decided_.reserve(all.articles.size()) : possible_.reserve(all.articles.size()));
    for (std::uint32_t index = 0; index < all.articles.size(); ++index)
        if (all.are_sure)
            decided_.push_back(scored(index));
        else
            possible_.push_back({scored(index), index});
    std::ranges::make_heap(decided_, comes_later);
    std::ranges::make_heap(possible_, is_less);
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
    return taken;
}

void SegmentOrder::settle() {
    while (!possible_.empty() &&
           (decided_.empty() || comes_later(decided_.front(), possible_.front().most)))
        decide_some();
}

void SegmentOrder::decide_some() {
    std::vector<Possible> taken;
    std::vector<std::uint32_t> articles;
    while (!possible_.empty() && taken.size() < batch_) {
        std::ranges::pop_heap(possible_, is_less);
        taken.push_back(possible_.back());
        articles.push_back(taken.back().most.article);
        possible_.pop_back();
    }
    batch_ *= 2;
    matched_->decide(number_, article_set(std::move(articles)));
    for (const Possible& possible : taken) add_if_matched(possible);
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
        if (frequencies[leaf] != 0 && !contains(matches.leaves[leaf].articles, article))
            frequencies[leaf] = 0;
    const auto [coverage, evidence] =
        ArticleScorer(matched_->scopes()[number_], matched_->weights()).score(article, frequencies);
    decided_.push_back({article, 0, coverage, evidence * fading_->of({number_, article})});
    std::ranges::push_heap(decided_, comes_later);
}

}  // namespace dateline
