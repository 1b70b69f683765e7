#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "searcher/article_scorer.hpp"
#include "searcher/block_evaluator.hpp"

namespace dateline {

/// What a first look finds of a plan in one segment, where articles are the answer: living articles
/// of which no other one matches, and what each can have to say at most. Where terms tell all that
/// is asked for, all of them match, and articles are scored block by block when it is known that a
/// block may have one of the best.
class PossibleArticles {
  public:
    /// Not scored yet.
    struct Block {
        std::uint32_t number = 0;
        ArticleBits articles;  ///< and of one word others; see score()
        ArticleScore most;     ///< none of them has a higher score
    };

    /// `matcher` of that scope; all must outlive it.
    PossibleArticles(const SegmentScope& scope, SegmentMatcher& matcher,
                     const QueryWeights& weights);

    std::uint64_t count() const { return count_; }
    /// Whether all of them match, with their scores.
    bool are_sure() const { return are_sure_; }
    const ArticleSet& articles() const;

    /// Blocks with articles, ascending; none where scores() has those of all articles.
    std::span<const Block> blocks() const { return blocks_; }
    /// Of those of `articles` of a block, by their places, that can have `least` or more to say:
    /// which they are. What is none of the articles found is taken out of `articles`.
    ArticleBits score(std::uint32_t number, ArticleBits& articles, const ArticleScore& least,
                      BlockScores& scores) const;
    const ArticleScorer& scorer() const { return scorer_; }
    std::span<const ArticleScore> scores() const { return scores_; }
    /// Where scores are not sure: how often each leaf stands in the article with that index, 0
    /// where it does not hold; leaves may hold in fewer articles.
    std::span<const std::uint8_t> frequencies_of(std::size_t index) const {
        const std::size_t leaves = frequencies_.size() / articles_->size();
        return std::span(frequencies_).subspan(index * leaves, leaves);
    }

  private:
    void outline_all(std::uint64_t count);
    void glance_at_all();
    void look_at_all();

    const SegmentScope* scope_;
    mutable BlockEvaluator evaluator_;
    ArticleScorer scorer_;
    std::uint64_t count_ = 0;
    bool are_sure_ = true;
    bool are_outlined_ = false;  // blocks have others as well
    std::vector<Block> blocks_;
    mutable std::optional<ArticleSet> articles_;  // of blocks: made when asked for
    std::vector<ArticleScore> scores_;
    std::vector<std::uint8_t> frequencies_;
};

}  // namespace dateline
