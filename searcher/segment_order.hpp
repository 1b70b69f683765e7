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

/// In one segment, whose article numbers are document order.
bool comes_later(const Scored& a, const Scored& b);

/// The answers of one segment, best first, one after the other.
class SegmentOrder {
  public:
    /// These, all known, in any order.
    explicit SegmentOrder(std::vector<Scored> scored);
    /// The articles that match, by their evidence, which fades: they are decided in the order of
    /// what they can have to say at most, until it is sure which one comes next. All must outlive
    /// the order.
    SegmentOrder(const MatchedIndex& matched, std::uint32_t number, const Fading& fading);

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
    static bool is_less(const Possible& a, const Possible& b) {
        return comes_later(a.most, b.most);
    }

    /// Finds the most that one of possible_ can have to say.
    void find_most();
    void settle();
    void decide_some();
    void add_if_matched(const Possible& possible);

    const MatchedIndex* matched_ = nullptr;
    const Fading* fading_ = nullptr;
    std::uint32_t number_ = 0;
    std::size_t batch_ = 64;
    std::vector<Scored> decided_;  // a heap
    std::vector<Possible> possible_;
    Scored most_;  // of possible_
};

}  // namespace dateline
