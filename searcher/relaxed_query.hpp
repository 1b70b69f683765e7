#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "searcher/article_probe.hpp"
#include "searcher/query.hpp"

namespace dateline {

/// Changes of the clauses of one query, which must outlive them.
class QueryChanges {
  public:
    /// `by` nullopt: the clause is left out. `cost` as Relaxation has it.
    void replace(const Query& clause, std::optional<Query> by, std::uint32_t cost);
    /// Of a sequence: a clause that it excludes.
    void leave_out_excluded(const Query& clause);
    /// So many of the bare words are enough.
    void need_only(std::uint32_t words) { needed_ = needed_ ? std::min(*needed_, words) : words; }
    /// Should the changes together not do.
    void else_leave_out(const Query& clause) { otherwise_.push_back(&clause); }
    void add(QueryChanges more);

    bool empty() const { return changes_.empty() && !needed_; }
    /// Whether leaving this out is all that is changed.
    bool leaves_out(const Query& clause) const;
    /// Smaller: less is left out, then fewer changes, then what they cost. None at all: greatest.
    bool operator<(const QueryChanges& other) const;

  private:
    friend class RelaxedQueryMaker;
    struct Change {
        const Query* clause;
        std::optional<Query> by;
        std::uint32_t cost = 0;
        bool was_excluded = false;
    };
    std::vector<Change> changes_;
    std::vector<const Query*> otherwise_;
    std::optional<std::uint32_t> needed_;
};

struct RelaxedQuery {
    std::vector<std::string> steps;  ///< "with X", "without X": one a change
    std::string text;                ///< to be typed after `dateline search`, unquoted
};

/// The query with the changes; where they do not do together, with all of the clauses left out.
/// nullopt: nothing is left but what it denies, or it does not hold for the article that `probe`
/// asks either.
std::optional<RelaxedQuery> relaxed_query(ArticleProbe& probe, const Query& query,
                                          const QueryChanges& changes);

}  // namespace dateline
