#include "searcher/query_in_text.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace dateline {

namespace {

// More combinations of what stands on the two sides of operators than people can mean.
constexpr std::size_t most_parts = 1000;
// Phrases and groups among the alternatives of the sides, multiplied: each pair is looked for.
constexpr std::size_t most_alternatives = 256;

Query node(QueryKind kind, std::vector<Query> children, TextRange range) {
    if (children.size() == 1 && kind != QueryKind::none) return std::move(children.front());
    Query made;
    made.kind = kind;
    made.range = range;
    for (Query& child : children) child.occur = Occur::wanted;
    made.children = std::move(children);
    return made;
}

Query denied(Query query) {
    if (query.kind == QueryKind::none) return std::move(query.children.front());
    const TextRange range = query.range;
    std::vector<Query> child;
    child.push_back(std::move(query));
    return node(QueryKind::none, std::move(child), range);
}

// How many SpanFinder will look for: words of an any are one together.
std::size_t alternatives_of(const Query& query) {
    std::size_t count = 0;
    bool has_word = false;
    switch (query.kind) {
        case QueryKind::any:
            for (const Query& child : query.children) {
                has_word |= child.kind == QueryKind::word;
                count += child.kind == QueryKind::word ? 0 : alternatives_of(child);
            }
            return std::min(count + has_word, 2 * most_alternatives);
        case QueryKind::near: {
            count = 1;
            for (const Query& child : query.children)
                count *= child.kind == QueryKind::none ? 1 : alternatives_of(child);
            return std::min(count, 2 * most_alternatives);
        }
        case QueryKind::at_least:
            return alternatives_of(query.children.front());
        default:
            return 1;
    }
}

// What is looked for in a text, and not a statement about the article.
bool is_in_text(const Query& query) {
    switch (query.kind) {
        case QueryKind::word:
        case QueryKind::phrase:
        case QueryKind::near:
        case QueryKind::at_least:
            return true;
        case QueryKind::any:
            return std::ranges::all_of(query.children, is_in_text);
        default:
            return false;
    }
}

/// Rewrites the operands of near and at_least until only what is_in_text stands under them.
class Lifting {
  public:
    // Under a near or at_least: side by side means any of the words, or those required.
    Query operand(const Query& query) {
        switch (query.kind) {
            case QueryKind::sequence:
                return sequence(query);
            case QueryKind::boost:
                return operand(query.children.front());
            case QueryKind::near:
                return near(query, operand(query.children[0]), operand(query.children[1]));
            case QueryKind::at_least:
                return at_least(query, operand(query.children[0]));
            case QueryKind::none:
                return denied(operand(query.children.front()));
            case QueryKind::all:
            case QueryKind::any: {
                std::vector<Query> children;
                for (const Query& child : query.children) children.push_back(operand(child));
                return node(query.kind, std::move(children), query.range);
            }
            case QueryKind::value:
            case QueryKind::date:
                fail(query.range, "a filter does not stand in the text",
                     "join it with AND instead");
                [[fallthrough]];
            default:
                return query;
        }
    }

    const std::optional<InTextProblem>& problem() const { return problem_; }

  private:
    // The first one found.
    void fail(TextRange range, std::string message, std::string hint) {
        if (!problem_) problem_ = {range, std::move(message), std::move(hint)};
    }

    Query sequence(const Query& query) {
        std::vector<Query> wanted;
        std::vector<Query> others;
        bool has_required = false;
        for (const Query& child : query.children) {
            Query made = operand(child);
            has_required |= child.occur == Occur::required;
            if (child.occur == Occur::excluded) made = denied(std::move(made));
            (child.occur == Occur::wanted ? wanted : others).push_back(std::move(made));
        }
        if (!wanted.empty() && !has_required)
            others.insert(others.begin(), node(QueryKind::any, std::move(wanted), query.range));
        return node(QueryKind::all, std::move(others), query.range);
    }

    // Of all the parts that `query` is made of, what `made_of` makes.
    template <class MadeOf>
    Query distributed(const Query& query, const MadeOf& made_of) {
        std::vector<Query> parts;
        for (const Query& child : query.children) parts.push_back(made_of(child));
        return node(query.kind, std::move(parts), query.range);
    }

    // De Morgan: what is denied of a combination.
    static Query denial(const Query& inner) {
        Query turned = inner;
        turned.kind = inner.kind == QueryKind::all ? QueryKind::any : QueryKind::all;
        for (Query& child : turned.children) child = denied(std::move(child));
        return turned;
    }

    static bool is_combined(const Query& query) {
        return query.kind == QueryKind::all || (query.kind == QueryKind::any && !is_in_text(query));
    }

    // How many parts distributing will make of a side.
    static std::size_t parts_of(const Query& query) {
        const Query& inner = query.kind == QueryKind::none ? query.children.front() : query;
        if (!is_combined(inner)) return 1;
        std::size_t parts = 0;
        for (const Query& child : inner.children) parts += parts_of(child);
        return parts;
    }

    Query near(const Query& how, const Query& left, const Query& right) {
        // Told before anything is copied so often.
        if (problem_ || ++parts_ + parts_of(left) * parts_of(right) > most_parts + 1) {
            fail(how.range, "the operators combine too many words",
                 "use fewer AND and NOT on the sides of w/5 and its like");
            return how;
        }
        if (is_combined(left))
            return distributed(left, [&](const Query& part) { return near(how, part, right); });
        if (is_combined(right))
            return distributed(right, [&](const Query& part) { return near(how, left, part); });
        if (left.kind == QueryKind::none) return near_denied(how, left, right, true);
        if (right.kind == QueryKind::none) return near_denied(how, right, left, false);
        return made_near(how, left, right);
    }

    // `before`: what is denied stood on the left.
    Query near_denied(const Query& how, const Query& none, const Query& kept, bool before) {
        const Query& inner = none.children.front();
        if (is_combined(inner)) {
            const Query turned = denial(inner);
            return before ? near(how, turned, kept) : near(how, kept, turned);
        }
        if (kept.kind == QueryKind::none) {
            fail(how.range, "both sides are denied", "write what shall stand there");
            return how;
        }
        return before ? made_near(how, none, kept) : made_near(how, kept, none);
    }

    Query made_near(const Query& how, Query left, Query right) {
        Query made;
        made.kind = QueryKind::near;
        made.range = how.range;
        made.reach = how.reach;
        made.number = how.number;
        made.is_ordered = how.is_ordered;
        made.children.push_back(std::move(left));
        made.children.push_back(std::move(right));
        if (alternatives_of(made) > most_alternatives)
            fail(how.range, "the operators combine too many phrases",
                 "use fewer OR between phrases on the sides of w/5 and its like");
        return made;
    }

    Query at_least(const Query& how, const Query& inner) {
        if (is_combined(inner))
            return distributed(inner, [&](const Query& part) { return at_least(how, part); });
        if (inner.kind == QueryKind::none) {
            fail(how.range, "what is denied cannot be counted", "put NOT before atleast");
            return how;
        }
        Query made = how;
        made.children = {inner};
        return made;
    }

    std::optional<InTextProblem> problem_;
    std::size_t parts_ = 0;
};

}  // namespace

std::optional<InTextProblem> problem_in_text(const Query& query) {
    Lifting lifting;
    lifting.operand(query);
    return lifting.problem();
}

Query lifted_out_of_text(const Query& query) {
    if (query.kind == QueryKind::near || query.kind == QueryKind::at_least) {
        Query lifted = Lifting().operand(query);
        lifted.occur = query.occur;
        return lifted;
    }
    Query lifted = query;
    for (Query& child : lifted.children) child = lifted_out_of_text(child);
    return lifted;
}

}  // namespace dateline
