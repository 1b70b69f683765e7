#pragma once

#include <memory>
#include <string>
#include <vector>

#include "searcher/index.hpp"
#include "searcher/match.hpp"
#include "searcher/passage_scorer.hpp"
#include "searcher/plan.hpp"

namespace dateline {

/// Of the living articles.
ArchiveSize archive_size(const Index& index);

/// A query with all that it finds in an index, segment by segment: what ranking, explaining and
/// counting begin with. Refers to the index, which must outlive it.
class MatchedIndex {
  public:
    /// Throws Error{usage} for a query that asks for too much (expansion.hpp, work_budget.hpp).
    MatchedIndex(const Index& index, const Query& query, WordsNeeded needed,
                 AnswerUnit unit = AnswerUnit::article);
    MatchedIndex(const MatchedIndex&) = delete;
    MatchedIndex& operator=(const MatchedIndex&) = delete;

    const Index& index() const { return index_; }
    /// The query as the plan has it: lifted_out_of_text, ids of duplicates replaced.
    const Query& query() const { return query_; }
    const Plan& plan() const { return plan_; }
    const std::vector<SegmentScope>& scopes() const { return scopes_; }
    const std::vector<SegmentMatches>& matches() const { return matches_; }
    const QueryWeights& weights() const { return weights_; }
    /// What was read to find it.
    const WorkBudget& work() const { return work_; }
    /// What the user must know: clauses without period.
    const std::vector<std::string>& notes() const { return notes_; }

  private:
    const Index& index_;
    Analyzers analyzers_;
    Query query_;
    Plan plan_;
    std::vector<std::string> notes_;
    WorkBudget work_;
    std::vector<SegmentScope> scopes_;
    std::vector<SegmentMatches> matches_;
    QueryWeights weights_;
};

}  // namespace dateline
