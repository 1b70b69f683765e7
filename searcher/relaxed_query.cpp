#include "searcher/relaxed_query.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <tuple>

#include "searcher/relaxation.hpp"
#include "searcher/text_relaxation.hpp"

namespace dateline {

namespace {

Query negated(Query operand) {
    operand.occur = Occur::wanted;
    Query query;
    query.kind = QueryKind::none;
    query.children.push_back(std::move(operand));
    return query;
}

// As the parser makes them of one or more.
Query sequence_of(std::vector<Query> items) {
    Query query;
    if (items.size() == 1) {
        if (items[0].occur == Occur::excluded) return negated(std::move(items[0]));
        query = std::move(items[0]);
        query.occur = Occur::wanted;
        return query;
    }
    query.children = std::move(items);
    return query;
}

// Nothing that was asked for is left.
bool only_denies(const Query& query) {
    return query.kind == QueryKind::none || query.occur == Occur::excluded ||
           ((query.kind == QueryKind::all || query.kind == QueryKind::sequence) &&
            std::ranges::all_of(query.children, only_denies));
}

}  // namespace

void QueryChanges::replace(const Query& clause, std::optional<Query> by, std::uint32_t cost) {
    changes_.push_back({&clause, std::move(by), cost, false});
}

void QueryChanges::leave_out_excluded(const Query& clause) {
    changes_.push_back({&clause, std::nullopt, 0, true});
}

void QueryChanges::add(QueryChanges more) {
    std::ranges::move(more.changes_, std::back_inserter(changes_));
    std::ranges::copy(more.otherwise_, std::back_inserter(otherwise_));
    if (more.needed_) need_only(*more.needed_);
}

bool QueryChanges::leaves_out(const Query& clause) const {
    return changes_.size() == 1 && !needed_ && changes_[0].clause == &clause && !changes_[0].by;
}

bool QueryChanges::operator<(const QueryChanges& other) const {
    const auto size_of = [](const QueryChanges& changes) {
        const auto left_out = std::ranges::count_if(
            changes.changes_, [](const Change& change) { return !change.by; });
        std::uint64_t cost = 0;
        for (const Change& change : changes.changes_) cost += change.cost;
        return std::tuple(changes.empty(), left_out,
                          changes.changes_.size() + (changes.needed_ ? 1 : 0), cost);
    };
    return size_of(*this) < size_of(other);
}

class RelaxedQueryMaker {
  public:
    RelaxedQueryMaker(ArticleProbe& probe, const Query& query, const QueryChanges& changes)
        : probe_(probe), query_(query), changes_(changes) {}

    std::optional<RelaxedQuery> made() {
        if (auto relaxed = with_changes()) return relaxed;
        // What was changed in one place can count in another.
        QueryChanges left_out;
        for (const QueryChanges::Change& change : changes_.changes_)
            if (change.by || change.was_excluded)
                left_out.changes_.push_back({change.clause, std::nullopt, 0, change.was_excluded});
        for (const Query* clause : changes_.otherwise_)
            left_out.changes_.push_back({clause, std::nullopt, 0, false});
        changes_ = std::move(left_out);
        return with_changes();
    }

  private:
    std::optional<RelaxedQuery> with_changes() const {
        const WordsNeeded needed =
            changes_.needed_ ? WordsNeeded{*changes_.needed_} : probe_.needed();
        const std::optional<Query> query = changed(query_);
        if (!query || (only_denies(*query) && !only_denies(query_)) ||
            !admits(probe_, *query, needed))
            return std::nullopt;
        RelaxedQuery relaxed;
        for (const QueryChanges::Change& change : changes_.changes_)
            relaxed.steps.push_back(change.by ? "with " + to_string(*change.by)
                                              : (change.was_excluded ? "without -" : "without ") +
                                                    to_string(*change.clause));
        if (changes_.needed_) {
            relaxed.steps.push_back(fmt::format("with --min {}", *changes_.needed_));
            relaxed.text = fmt::format("--min {} ", *changes_.needed_);
        }
        relaxed.text += to_string(*query);
        return relaxed;
    }

    std::optional<Query> changed(const Query& query) const {
        const auto change =
            std::ranges::find(changes_.changes_, &query, &QueryChanges::Change::clause);
        if (change == changes_.changes_.end()) return with_changed_children(query);
        std::optional<Query> by = change->by;
        if (by) by->occur = query.occur;
        return by;
    }

    std::optional<Query> with_changed_children(const Query& query) const {
        if (query.children.empty() || query.kind == QueryKind::near ||
            query.kind == QueryKind::at_least)
            return query;
        std::vector<Query> children;
        for (const Query& child : query.children)
            if (std::optional<Query> made = changed(child)) children.push_back(std::move(*made));
        if (children.empty()) return std::nullopt;
        Query made = query;
        if (query.kind == QueryKind::all || query.kind == QueryKind::any)
            made = joined(query.kind, std::move(children));
        else if (query.kind == QueryKind::sequence)
            made = sequence_of(std::move(children));
        else
            made.children = std::move(children);
        made.occur = query.occur;
        return made;
    }

    ArticleProbe& probe_;
    const Query& query_;
    QueryChanges changes_;
};

std::optional<RelaxedQuery> relaxed_query(ArticleProbe& probe, const Query& query,
                                          const QueryChanges& changes) {
    return RelaxedQueryMaker(probe, query, changes).made();
}

}  // namespace dateline
