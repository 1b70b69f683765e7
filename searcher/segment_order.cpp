#include "searcher/segment_order.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace dateline {

// Of the articles of a batch that match.
constexpr double fair_share = 0.05;

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
    find_most();
}

void SegmentOrder::find_most() {
    if (!possible_.empty()) most_ = std::ranges::max_element(possible_, is_less)->most;
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
    while (!possible_.empty() && (decided_.empty() || comes_later(decided_.front(), most_)))
        decide_some();
}

void SegmentOrder::decide_some() {
    const auto kept = possible_.size() - std::min(batch_, possible_.size());
    const auto first = possible_.begin() + static_cast<std::ptrdiff_t>(kept);
    std::ranges::nth_element(possible_, first, is_less);
    const std::vector<Possible> taken(first, possible_.end());
    possible_.erase(first, possible_.end());
    find_most();
    std::vector<std::uint32_t> articles;
    for (const Possible& possible : taken) articles.push_back(possible.most.article);
    const std::size_t known = decided_.size();
    matched_->decide(number_, article_set(std::move(articles)));
    for (const Possible& possible : taken) add_if_matched(possible);
    // Where few match, most have to be read: sooner done in the order of their numbers.
    batch_ *= static_cast<double>(decided_.size() - known) <
                      fair_share * static_cast<double>(taken.size())
                  ? 8
                  : 2;
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
    const auto [coverage, evidence] =
        ArticleScorer(matched_->scopes()[number_], matched_->weights()).score(article, frequencies);
    decided_.push_back({article, 0, coverage, evidence * fading_->of({number_, article})});
    std::ranges::push_heap(decided_, comes_later);
}

}  // namespace dateline
