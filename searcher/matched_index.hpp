#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "searcher/index.hpp"
#include "searcher/match.hpp"
#include "searcher/passage_scorer.hpp"
#include "searcher/plan.hpp"
#include "searcher/possible_articles.hpp"

namespace dateline {

/// Of the living articles.
ArchiveSize archive_size(const Index& index);

/// A query with what it finds in an index, segment by segment: what ranking, explaining and
/// counting begin with. Refers to the index, which must outlive it.
class MatchedIndex {
  public:
    static constexpr std::uint64_t decides_all = std::numeric_limits<std::uint64_t>::max();
    /// All but where terms tell which articles match.
    static constexpr std::uint64_t decides_untold = decides_all - 1;

    /// Decides all; but nothing yet where articles are the answer and another number is given of
    /// those that decide_few decides. Throws Error{usage} for a query that asks for too much
    /// (expansion.hpp, work_budget.hpp).
    MatchedIndex(const Index& index, const Query& query, WordsNeeded needed,
                 AnswerUnit unit = AnswerUnit::article,
                 std::uint64_t decided_articles = decides_all);
    MatchedIndex(const MatchedIndex&) = delete;
    MatchedIndex& operator=(const MatchedIndex&) = delete;

    const Index& index() const { return index_; }
    /// The query as the plan has it: without_repeats, lifted_out_of_text, ids of duplicates
    /// replaced.
    const Query& query() const { return query_; }
    const Plan& plan() const { return plan_; }
    const std::vector<SegmentScope>& scopes() const { return scopes_; }
    /// What is decided.
    const std::vector<SegmentMatches>& matches() const { return matches_; }
    const QueryWeights& weights() const { return weights_; }
    /// What was read to find it.
    const WorkBudget& work() const { return work_; }
    /// What the user must know: clauses without period.
    const std::vector<std::string>& notes() const { return notes_; }

    /// The articles that match, by segment, where that is known: all are decided, or the first look
    /// was sure. Else empty. Valid until more are decided.
    std::vector<const ArticleSet*> known_articles() const;
    /// Whether all is decided.
    bool is_complete() const { return is_complete_; }
    /// Where articles are the answer: how many may match.
    std::uint64_t possible_count() const;
    /// Whether all of these match.
    bool are_sure() const;
    /// Decides all where no more than `decided_articles` may match.
    void decide_few() const;
    /// By segment, where articles are the answer: those that may match, before any was decided.
    const std::vector<PossibleArticles>& possible() const;
    /// Decides articles of a segment, or of several, so that matches() has what they hold: what is
    /// known of the answer, not the answer, changes.
    void decide(std::size_t segment, const ArticleSet& articles) const {
        matchers_[segment].decide(articles);
    }
    void decide(const std::vector<ArticlePlace>& articles) const;

  private:
    void set_complete() const;

    const Index& index_;
    Analyzers analyzers_;
    Query query_;
    Plan plan_;
    std::vector<std::string> notes_;
    WorkBudget work_;
    mutable std::vector<SegmentScope> scopes_;
    mutable std::vector<SegmentMatches> matches_;
    mutable std::vector<SegmentMatcher> matchers_;
    mutable std::vector<PossibleArticles> possible_;  // found when asked for
    std::uint64_t decided_articles_;
    mutable bool is_complete_ = false;
    QueryWeights weights_;
};

}  // namespace dateline
