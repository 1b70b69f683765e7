#include "searcher/relaxation.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "corpus/error.hpp"
#include "searcher/query_word.hpp"
#include "searcher/text_relaxation.hpp"

namespace dateline {

namespace {

Query with_number(Query query, std::uint32_t number) {
    query.number = number;
    return query;
}

Query in_any_order(Query near) {
    near.is_ordered = false;
    return near;
}

Query in_words(Query near) {
    near.reach = Reach::words;
    near.number = 1;
    return near;
}

/// Relaxes what stands under the operators of texts, and the operators.
class ClauseRelaxer {
  public:
    explicit ClauseRelaxer(ArticleProbe& probe) : probe_(probe) {}

    Relaxation relaxed(const Query& clause) {
        switch (clause.kind) {
            case QueryKind::word:
            case QueryKind::phrase:
                return relaxed_words(probe_, clause);
            case QueryKind::near:
                return near(clause);
            case QueryKind::at_least:
                return at_least(clause);
            case QueryKind::any:
                return any(clause);
            case QueryKind::value:
            case QueryKind::date:
                return relaxed_filter(probe_, clause);
            default:
                return {fmt::format("{} does not have it", unit_name(probe_)), std::nullopt, 0};
        }
    }

  private:
    Relaxation near(const Query& clause) {
        const Query& left = clause.children[0];
        const Query& right = clause.children[1];
        if (left.kind == QueryKind::none) return near_denied(clause, left, right);
        if (right.kind == QueryKind::none) return near_denied(clause, right, left);
        const bool has_left = probe_.holds(left);
        const bool has_right = probe_.holds(right);
        if (has_left && has_right) return further_apart(clause);
        return with_sides(clause, has_left, has_right);
    }

    // A side that is not there, as far as something like it is.
    Relaxation with_sides(const Query& clause, bool has_left, bool has_right) {
        std::vector<Query> sides;
        std::vector<std::string> lacking;
        Query changed = clause;
        std::uint32_t cost = 0;
        for (std::size_t i = 0; i < 2; ++i) {
            const Query& side = clause.children[i];
            const bool has = i == 0 ? has_left : has_right;
            if (!has) lacking.push_back(to_string(side));
            Relaxation other = has ? Relaxation{"", side, 0} : relaxed(side);
            if (!other.query) continue;
            cost += other.cost;
            changed.children[i] = *other.query;
            sides.push_back(std::move(*other.query));
        }
        SmallestChange change(probe_);
        if (sides.size() == 2) {
            change.offer(changed, cost);
            if (!change.query()) offer_distances(change, changed, cost);
        }
        for (Query& side : sides) change.offer(std::move(side), cost + change_cost::part);
        return std::move(change).because(
            fmt::format("{} does not have {}", unit_name(probe_), fmt::join(lacking, " nor ")));
    }

    // Both sides are there.
    Relaxation further_apart(const Query& clause) {
        SmallestChange change(probe_);
        offer_fields(change, clause);
        offer_distances(change, clause, 0);
        return std::move(change).because(distance_reason(clause));
    }

    void offer_distances(SmallestChange& change, const Query& clause, std::uint32_t cost) {
        offer_words_apart(change, clause, cost);
        if (clause.is_ordered)
            offer_words_apart(change, in_any_order(clause), cost + change_cost::order);
        offer_wider_reach(change, clause, cost);
        change.offer(joined(QueryKind::all, clause.children), cost + change_cost::nearness);
    }

    void offer_words_apart(SmallestChange& change, const Query& clause, std::uint32_t cost) {
        const bool by_words = clause.reach == Reach::words;
        const std::uint32_t from = by_words ? clause.number : 1;
        const Query apart = by_words ? clause : in_words(clause);
        const auto least = probe_.least_number(apart, from, max_distance);
        if (!least) return;
        // A sentence can be of any length: only what is more than it has is a wider unit.
        const std::uint32_t further =
            by_words ? *least - from : change_cost::unit_of_text * 2 + *least;
        change.offer(with_number(apart, *least), cost + further);
    }

    void offer_wider_reach(SmallestChange& change, const Query& clause, std::uint32_t cost) {
        if (clause.reach == Reach::words) return;
        if (clause.is_ordered) change.offer(in_any_order(clause), cost + change_cost::order);
        if (clause.reach == Reach::paragraph) return;
        Query wider = clause;
        wider.reach = Reach::paragraph;
        change.offer(wider, cost + change_cost::unit_of_text);
        if (clause.is_ordered)
            change.offer(in_any_order(wider),
                         cost + change_cost::unit_of_text + change_cost::order);
    }

    std::string distance_reason(const Query& clause) {
        const Query apart = clause.reach == Reach::words ? clause : in_words(clause);
        const auto least = probe_.least_number(in_any_order(apart), 1, max_distance);
        if (!least) return "they do not stand in one text: one in the headline, one in the body";
        const bool turned = clause.is_ordered && !probe_.holds(with_number(apart, *least)) &&
                            *least <= apart.number;
        const std::string distance =
            *least == 1 ? "side by side" : fmt::format("{} words apart", *least);
        if (turned) return fmt::format("they stand {}, but in the other order", distance);
        if (clause.reach == Reach::words) {
            const auto ordered = probe_.least_number(apart, 1, max_distance);
            return ordered ? fmt::format("the nearest are {} words apart", *ordered)
                           : fmt::format("in this order they do not stand; else {}", distance);
        }
        return fmt::format("not in one {}: the nearest are {}",
                           clause.reach == Reach::sentence ? "sentence" : "paragraph", distance);
    }

    // `kept` never stands without `none` near it, or nowhere.
    Relaxation near_denied(const Query& clause, const Query& none, const Query& kept) {
        SmallestChange change(probe_);
        const std::string denied = to_string(none.children.front());
        if (!probe_.holds(kept)) {
            Relaxation other = relaxed(kept);
            if (other.query) {
                Query changed = clause;
                (&none == &clause.children[0] ? changed.children[1] : changed.children[0]) =
                    *other.query;
                change.offer(std::move(changed), other.cost);
            }
            return std::move(change).because(
                fmt::format("{} does not have {}", unit_name(probe_), to_string(kept)));
        }
        const bool by_words = clause.reach == Reach::words;
        const Query apart = by_words ? clause : in_words(clause);
        const std::uint32_t most = by_words ? clause.number - 1 : max_distance;
        if (const auto greatest = probe_.greatest_number(apart, 1, most))
            change.offer(with_number(apart, *greatest),
                         by_words ? clause.number - *greatest : change_cost::unit_of_text);
        change.offer(kept, change_cost::part);
        return std::move(change).because(
            fmt::format("wherever {} stands, {} is near it", to_string(kept), denied));
    }

    Relaxation at_least(const Query& clause) {
        SmallestChange change(probe_);
        const Query& counted = clause.children.front();
        if (!probe_.holds(counted)) {
            Relaxation other = relaxed(counted);
            if (other.query) offer_times(change, clause, *other.query, other.cost);
            return std::move(change).because(std::move(other.reason));
        }
        const auto times = probe_.greatest_number(clause, 1, clause.number - 1);
        offer_times(change, clause, counted, 0);
        const std::uint32_t found = times.value_or(1);
        return std::move(change).because(found == 1 ? std::string("it occurs once")
                                                    : fmt::format("it occurs {} times", found));
    }

    // As often as `counted` occurs, up to as often as is asked for.
    void offer_times(SmallestChange& change, const Query& clause, const Query& counted,
                     std::uint32_t cost) {
        Query changed = clause;
        changed.children = {counted};
        const auto times = probe_.greatest_number(changed, 1, clause.number);
        if (!times) return;
        change.offer(*times == 1 ? counted : with_number(changed, *times),
                     cost + clause.number - *times);
    }

    // The alternative that takes the least.
    Relaxation any(const Query& clause) {
        SmallestChange change(probe_);
        for (std::size_t i = 0; i < clause.children.size(); ++i) {
            Relaxation other = relaxed(clause.children[i]);
            if (!other.query || other.cost >= change_cost::part) continue;
            std::vector<Query> children = clause.children;
            children[i] = std::move(*other.query);
            change.offer(joined(QueryKind::any, std::move(children)), other.cost);
        }
        return std::move(change).because(fmt::format("{} has none of these", unit_name(probe_)));
    }

    void offer_fields(SmallestChange& change, const Query& clause) {
        const Query* leaf = &clause;
        while (!leaf->children.empty()) leaf = &leaf->children.front();
        for (const Field field : wider_fields(leaf->field))
            change.offer(in_field(clause, field), change_cost::form);
    }

    ArticleProbe& probe_;
};

}  // namespace

bool admits(ArticleProbe& probe, const Query& query, WordsNeeded needed) {
    std::optional<Query> read;
    try {
        read = parse_query(to_string(query));
    } catch (const Error&) {
        return false;
    }
    return probe.holds(*read, needed);
}

Relaxation smallest_relaxation(ArticleProbe& probe, const Query& clause) {
    Relaxation relaxation = ClauseRelaxer(probe).relaxed(clause);
    if (!probe.gave_up()) return relaxation;
    return {"it does not hold; the query is too long to tell more", std::nullopt, 0};
}

}  // namespace dateline
