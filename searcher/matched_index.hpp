#pragma once

#include <memory>
#include <string>
#include <vector>

#include "searcher/index.hpp"
#include "searcher/match.hpp"
#include "searcher/plan.hpp"

namespace dateline {

/// A query with all that it finds in an index, segment by segment: what ranking, explaining and
/// counting begin with. Refers to the index, which must outlive it.
class MatchedIndex {
  public:
    /// Throws Error{usage} for a query that asks for too much (expansion.hpp).
    MatchedIndex(const Index& index, const Query& query, WordsNeeded needed);
    MatchedIndex(const MatchedIndex&) = delete;
    MatchedIndex& operator=(const MatchedIndex&) = delete;

    const Index& index() const { return index_; }
    /// The query as the plan has it: lifted_out_of_text, ids of duplicates replaced.
    const Query& query() const { return query_; }
    const Plan& plan() const { return plan_; }
    const std::vector<SegmentScope>& scopes() const { return scopes_; }
    const std::vector<SegmentMatches>& matches() const { return matches_; }
    /// By leaf, as leaf_weights has them.
    const std::vector<std::uint64_t>& weights() const { return weights_; }
    /// What the user must know: clauses without period.
    const std::vector<std::string>& notes() const { return notes_; }

  private:
    const Index& index_;
    Analyzers analyzers_;
    Query query_;
    Plan plan_;
    std::vector<std::string> notes_;
    std::vector<SegmentScope> scopes_;
    std::vector<SegmentMatches> matches_;
    std::vector<std::uint64_t> weights_;
};

}  // namespace dateline
