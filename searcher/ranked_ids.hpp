#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "searcher/index.hpp"
#include "searcher/plan.hpp"
#include "searcher/query.hpp"
#include "searcher/rank.hpp"

namespace dateline {

struct RankOptions {
    AnswerUnit unit = AnswerUnit::article;
    std::uint64_t limit = 1000;  ///< of ids; 0: all
    WordsNeeded needed{};        ///< of the query's bare words
    RankingOptions ranking{};
};

struct RankedId {
    std::string id;  ///< of an article, or of a passage where those are the unit
    double score = 0;

    bool operator==(const RankedId&) const = default;
};

struct RankedIds {
    /// In the order of search() without folding, with its scores. An article that the index holds
    /// once for several records comes with each of its ids, sorted.
    std::vector<RankedId> ids;
    std::vector<std::string> notes;  ///< what the user must know: clauses without period
};

/// Answers queries with ids alone: reads no texts and looks for no marks, and remembers the ids
/// that it has met. The index must outlive it. Not for several threads at once.
class IdRanker {
  public:
    explicit IdRanker(const Index& index) : index_(index), ids_(index.segments().size()) {}
    /// A smaller limit gives the beginning of what a greater one gives. Throws Error{usage} for a
    /// query that asks for too much.
    RankedIds rank(const Query& query, const RankOptions& options);

  private:
    const std::vector<std::string>& ids_of(ArticlePlace place);

    const Index& index_;
    std::vector<std::unordered_map<std::uint32_t, std::vector<std::string>>>
        ids_;  // by segment, by article
};

}  // namespace dateline
