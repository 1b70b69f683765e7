#pragma once

#include <cstdint>
#include <vector>

#include "searcher/freshness.hpp"
#include "searcher/matched_index.hpp"

namespace dateline {

/// An article of one segment, or one of its passages.
struct Scored {
    std::uint32_t article = 0;
    DocId docid = 0;
    std::uint32_t coverage = 0;
    double score = 0;
};

/// A score of 0 to 1 as a multiple of 2^-48: equal parts that were added in another order are equal
/// then, and no digit is lost when the coverage is added for people to see.
double rounded_score(double score);

/// In one segment, whose article numbers are document order.
bool comes_later(const Scored& a, const Scored& b);

/// The answers of one segment, best first, one after the other.
class SegmentOrder {
  public:
    /// These, all known, in any order.
    explicit SegmentOrder(std::vector<Scored> scored);
    /// The articles that match, by their evidence, which fades: they are decided in the order of
    /// what they can have to say at most, until it is sure which one comes next. All must outlive
    /// the order. `wanted`: mostly no more than so many are taken; 0: all are.
    SegmentOrder(const MatchedIndex& matched, std::uint32_t number, const Fading& fading,
                 std::size_t wanted);

    bool at_end();
    /// The next one; not at the end.
    const Scored& front();
    Scored take();

  private:
    /// An article of PossibleArticles, by what it can have to say at most.
    struct Possible {
        Scored most;
        std::uint32_t index = 0;
    };
    /// Articles of a block of PossibleArticles that are not scored yet, by the most that one of
    /// them can have to say.
    struct Unscored {
        Scored most;
        std::uint32_t block = 0;  ///< of left_
    };
    struct BlockLeft {
        std::uint32_t number = 0;
        ArticleBits articles;
    };
    template <class Bounded>
    static bool is_less(const Bounded& a, const Bounded& b) {
        return comes_later(a.most, b.most);
    }

    Scored scored(std::uint32_t article, const ArticleScore& score) const;
    void add_scored(const PossibleArticles& all);
    void add_blocks(const PossibleArticles& all);
    /// Finds the most that one of possible_ can have to say.
    void find_most();
    bool may_come_next(const Scored& most) const {
        return decided_.empty() || comes_later(decided_.front(), most);
    }
    void score_block();
    /// The last of the wanted ones among all that are known; nothing where they are fewer.
    const Scored* last_wanted() const;
    void add_known(const Scored& scored);
    void settle();
    void decide_some();
    /// `matched` of the `decided` articles of the last batch did.
    std::size_t next_batch(std::size_t matched, std::size_t decided) const;
    void add_if_matched(const Possible& possible);

    const MatchedIndex* matched_ = nullptr;
    const Fading* fading_ = nullptr;
    std::uint32_t number_ = 0;
    std::size_t batch_ = 64;       ///< so many are decided next
    std::vector<Scored> decided_;  // a heap
    std::vector<Possible> possible_;
    Scored most_;                     // of possible_
    std::vector<BlockLeft> left_;     // blocks, with those of their articles that are not scored
    BlockScores scores_;              // of a block at hand
    std::vector<Unscored> unscored_;  // a heap; of articles that match
    std::size_t wanted_ = 0;
    std::size_t taken_ = 0;
    // Of all scored in blocks, as many as are wanted: a heap, the last one first.
    std::vector<Scored> best_;
};

}  // namespace dateline
