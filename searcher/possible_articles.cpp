#include "searcher/possible_articles.hpp"

#include <algorithm>

namespace dateline {

namespace {

bool covers(const ArticleBits& sure, const ArticleBits& possible) {
    return (sure & possible) == possible;
}

bool is_sure(const FoundInBlock& found, const std::vector<LeafBlock>& leaves) {
    return covers(found.sure, found.possible) &&
           std::ranges::all_of(leaves, [&](const LeafBlock& leaf) {
               return covers(leaf.sure, leaf.possible & found.possible);
           });
}

void append(ArticleSet& articles, std::uint32_t number, const ArticleBits& places) {
    places.for_each(
        [&](std::uint32_t place) { articles.push_back(number * articles_each_block + place); });
}

}  // namespace

PossibleArticles::PossibleArticles(const SegmentScope& scope, SegmentMatcher& matcher,
                                   const QueryWeights& weights)
    : scope_(&scope), evaluator_(scope, matcher), scorer_(scope, weights) {
    if (!matcher.is_told_by_terms())
        look_at_all();
    else if (const std::optional<std::uint64_t> articles = evaluator_.articles_of_one_word())
        outline_all(*articles);
    else
        glance_at_all();
}

void PossibleArticles::outline_all(std::uint64_t count) {
    count_ = count;
    are_outlined_ = true;
    blocks_.reserve(scope_->block_count());
    for (std::uint32_t number = 0; number < scope_->block_count(); ++number) {
        const std::vector<LeafGlance>& word = evaluator_.outline(number);
        if (!word.front().possible.any()) continue;
        blocks_.push_back({number, ArticleBits::all(), scorer_.most(word, ArticleBits::all())});
    }
}

void PossibleArticles::glance_at_all() {
    blocks_.reserve(scope_->block_count());
    for (std::uint32_t number = evaluator_.next(0); number < scope_->block_count();
         number = evaluator_.next(number + 1)) {
        const ArticleBits found = evaluator_.glance(number);
        if (!found.any()) continue;
        count_ += found.count();
        blocks_.push_back({number, found, scorer_.most(evaluator_.glances(), found)});
    }
}

void PossibleArticles::look_at_all() {
    articles_.emplace();
    const std::vector<LeafBlock>& leaves = evaluator_.leaves();
    BlockScores scores;
    for (std::uint32_t number = evaluator_.next(0); number < scope_->block_count();
         number = evaluator_.next(number + 1)) {
        const FoundInBlock found = evaluator_.look(number);
        if (!found.possible.any()) continue;
        are_sure_ = are_sure_ && is_sure(found, leaves);
        scorer_.score(number, leaves, found.possible, scores);
        append(*articles_, number, found.possible);
        found.possible.for_each([&](std::uint32_t place) {
            scores_.push_back(scores[place]);
            for (const LeafBlock& leaf : leaves)
                frequencies_.push_back(leaf.possible.has(place) ? leaf.frequencies[place] : 0);
        });
    }
    count_ = articles_->size();
    if (are_sure_) frequencies_.clear();
}

const ArticleSet& PossibleArticles::articles() const {
    if (articles_) return *articles_;
    articles_.emplace();
    articles_->reserve(count_);
    for (const Block& block : blocks_)
        append(*articles_, block.number,
               are_outlined_ ? evaluator_.glance(block.number) : block.articles);
    return *articles_;
}

ArticleBits PossibleArticles::score(std::uint32_t number, ArticleBits& articles,
                                    const ArticleScore& least, BlockScores& scores) const {
    const std::vector<LeafBlock>& leaves = evaluator_.look_at_leaves(number);
    if (are_outlined_) articles &= leaves.front().possible;
    const ArticleBits scored = scorer_.may_reach(least, leaves, articles);
    scorer_.score(number, leaves, scored, scores);
    return scored;
}

}  // namespace dateline
