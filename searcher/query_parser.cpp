#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "corpus/schema.hpp"
#include "searcher/query.hpp"
#include "searcher/query_date.hpp"
#include "searcher/query_in_text.hpp"
#include "searcher/query_scanner.hpp"

namespace dateline {

namespace {

// Deeper nesting is refused before it can exhaust the stack.
constexpr std::size_t max_depth = 200;
// a w/5 b w/5 c ...: more is no question that anybody has.
constexpr std::size_t max_joined = 50;

// A group of one operand is that operand; AND in AND and OR in OR are one.
Query combined(QueryKind kind, std::vector<Query> parts) {
    if (parts.size() == 1) return std::move(parts.front());
    Query query;
    query.kind = kind;
    query.range = {parts.front().range.begin, parts.back().range.end};
    for (Query& part : parts) {
        if (part.kind != kind) {
            query.children.push_back(std::move(part));
            continue;
        }
        std::move(part.children.begin(), part.children.end(), std::back_inserter(query.children));
    }
    return query;
}

Query negated(Query operand, std::uint32_t begin) {
    Query query;
    query.kind = QueryKind::none;
    query.range = {begin, operand.range.end};
    operand.occur = Occur::wanted;
    query.children.push_back(std::move(operand));
    return query;
}

// One operand alone needs no Occur: +a is a, -a is NOT a.
// source:(a b): an article has one source, so that both are never asked for.
bool are_values(const std::vector<Query>& items) {
    return std::all_of(items.begin(), items.end(), [](const Query& item) {
        return item.kind == QueryKind::value && item.occur == Occur::wanted &&
               row_of(item.field)->kind == FieldKind::exact;
    });
}

Query sequence_of(std::vector<Query> items) {
    if (items.size() == 1) {
        Query& item = items.front();
        if (item.occur == Occur::excluded) return negated(item, item.range.begin);
        item.occur = Occur::wanted;
        return std::move(item);
    }
    Query query;
    query.range = {items.front().range.begin, items.back().range.end};
    if (are_values(items)) query.kind = QueryKind::any;
    query.children = std::move(items);
    return query;
}

bool is_operator(QueryTokenKind kind) {
    return kind == QueryTokenKind::and_operator || kind == QueryTokenKind::or_operator ||
           kind == QueryTokenKind::not_operator;
}

bool ends_sequence(QueryTokenKind kind) {
    return is_operator(kind) || kind == QueryTokenKind::close || kind == QueryTokenKind::end;
}

// Recursive descent, one function a level of the grammar:
//   alternatives := conjunction { OR conjunction }
//   conjunction  := negations { AND negations }
//   negations    := [ sequence ] { NOT negand }
//   negand       := NOT negand | sequence
//   sequence     := item { item }
//   item         := [ + | - ] proximity
//   proximity    := weighted { [ NOT ] near weighted }
//   weighted     := operand [ boost ]
//   operand      := word | quoted | value | field operand | ( alternatives )
//                 | caps ( word | quoted ) | atleast ( alternatives )
class QueryParser {
  public:
    QueryParser(std::string_view query, std::optional<Day> today)
        : query_(query), today_(today), tokens_(scan_query(query)) {}

    Query parse() && {
        if (token().kind == QueryTokenKind::end) {
            fail({0, 0}, "the query is empty", "write the words to search for");
        }
        Query query = alternatives();
        if (token().kind == QueryTokenKind::close) {
            refuse_closing_bracket();
        }
        return query;
    }

  private:
    const QueryToken& token() const { return tokens_[at_]; }
    const QueryToken& take() { return tokens_[at_++]; }
    bool take_if(QueryTokenKind kind) {
        const bool found = token().kind == kind;
        if (found) ++at_;
        return found;
    }

    [[noreturn]] void fail(TextRange range, const std::string& message,
                           const std::string& hint) const {
        throw_query_error(query_, range, message, hint);
    }

    Query alternatives() {
        std::vector<Query> parts;
        do parts.push_back(conjunction());
        while (take_if(QueryTokenKind::or_operator));
        return combined(QueryKind::any, std::move(parts));
    }

    Query conjunction() {
        std::vector<Query> parts;
        do {
            std::vector<Query> more = negations();
            std::move(more.begin(), more.end(), std::back_inserter(parts));
        } while (take_if(QueryTokenKind::and_operator));
        return combined(QueryKind::all, std::move(parts));
    }

    // `a NOT b NOT c` gives three parts of an AND.
    std::vector<Query> negations() {
        std::vector<Query> parts;
        if (token().kind != QueryTokenKind::not_operator) parts.push_back(sequence());
        while (token().kind == QueryTokenKind::not_operator) {
            const std::uint32_t begin = take().range.begin;
            parts.push_back(negated(negand(), begin));
        }
        return parts;
    }

    Query negand() {
        if (token().kind != QueryTokenKind::not_operator) return sequence();
        const std::uint32_t begin = take().range.begin;
        descend();
        Query query = negated(negand(), begin);
        --depth_;
        return query;
    }

    Query sequence() {
        if (ends_sequence(token().kind)) refuse_missing_operand();
        std::vector<Query> items;
        while (!ends_sequence(token().kind)) items.push_back(item());
        return sequence_of(std::move(items));
    }

    Query item() {
        const std::uint32_t begin = token().range.begin;
        const bool excluded = take_if(QueryTokenKind::minus);
        const bool required = !excluded && take_if(QueryTokenKind::plus);
        if (ends_sequence(token().kind)) refuse_missing_operand();
        // (a) and headline:a are more than the word.
        const bool is_more =
            token().kind == QueryTokenKind::field || token().kind == QueryTokenKind::open;
        Query query = proximity();
        const bool bare = !is_more && is_bare(query);
        query.range.begin = begin;
        query.occur = excluded            ? Occur::excluded
                      : required || !bare ? Occur::required
                                          : Occur::wanted;
        return query;
    }

    // caps(headline:a) is headline:caps(a).
    bool is_bare(const Query& query) const {
        if (query.kind == QueryKind::boost) return is_bare(query.children.front());
        return (query.kind == QueryKind::word || query.kind == QueryKind::value) &&
               query.field == (row_ ? row_->field : Field::any);
    }

    Query proximity() {
        Query query = weighted();
        for (std::size_t joined = 0; is_near_next(); ++joined) {
            if (joined >= max_joined)
                fail(token().range, "too many operators like w/5 in a row", "use fewer");
            const bool denies = take_if(QueryTokenKind::not_operator);
            const QueryToken& near = take();
            if (token().kind == QueryTokenKind::not_operator ||
                token().kind == QueryTokenKind::minus)
                fail(token().range,
                     "what shall not be near is denied before " + std::string(near.text),
                     "write a NOT " + std::string(near.text) + " b");
            if (ends_sequence(token().kind) || token().kind == QueryTokenKind::near ||
                token().kind == QueryTokenKind::plus)
                refuse_missing_side(near, "right");
            Query right = weighted();
            if (denies) right = negated(std::move(right), near.range.begin);
            query = joined_by(near, std::move(query), std::move(right));
        }
        return query;
    }

    // A near operator, or `NOT w/5`.
    bool is_near_next() const {
        const bool denies = token().kind == QueryTokenKind::not_operator;
        return (denies ? tokens_[at_ + 1] : token()).kind == QueryTokenKind::near;
    }

    Query joined_by(const QueryToken& near, Query left, Query right) const {
        Query query;
        query.kind = QueryKind::near;
        query.reach = near.near.reach;
        query.number = near.near.distance;
        query.is_ordered = near.near.is_ordered;
        query.range = {left.range.begin, right.range.end};
        left.occur = right.occur = Occur::wanted;
        query.children.push_back(std::move(left));
        query.children.push_back(std::move(right));
        if (const auto problem = problem_in_text(query))
            fail(problem->range, problem->message, problem->hint);
        return query;
    }

    Query weighted() {
        if (token().kind == QueryTokenKind::near) refuse_missing_side(token(), "left");
        Query query = operand();
        if (token().kind != QueryTokenKind::boost) return query;
        const QueryToken& boost = take();
        if (query.kind == QueryKind::date || query.kind == QueryKind::value)
            fail(boost.range, "a filter has no weight",
                 "leave out the ^" + std::string(boost.text));
        return wrapped(QueryKind::boost, boost.number, std::move(query), boost.range.end);
    }

    // The boosts of a boost are one.
    static Query wrapped(QueryKind kind, std::uint32_t number, Query child, std::uint32_t end) {
        Query query;
        query.kind = kind;
        query.number = number;
        query.range = {child.range.begin, end};
        child.occur = Occur::wanted;
        query.children.push_back(std::move(child));
        return query;
    }

    bool is_value_field() const { return row_ && row_->kind != FieldKind::text; }

    Query operand() {
        switch (token().kind) {
            case QueryTokenKind::field:
                return field();
            case QueryTokenKind::open:
                return group();
            case QueryTokenKind::caps:
                return caps();
            case QueryTokenKind::at_least:
                return at_least();
            default:
                return leaf();
        }
    }

    Query leaf() {
        const QueryToken& read = take();
        Query query;
        query.kind = is_value_field()                      ? QueryKind::value
                     : read.kind == QueryTokenKind::quoted ? QueryKind::phrase
                                                           : QueryKind::word;
        query.field = row_ ? row_->field : Field::any;
        query.text = read.text;
        query.match = query.kind == QueryKind::phrase ? WordMatch::form : read.match;
        query.number = read.number;
        query.prefix_match = read.prefix_match;
        query.range = read.range;
        if (query.kind == QueryKind::value) check_value(query);
        return query;
    }

    void check_value(const Query& query) const {
        const std::string field = std::string(row_->name) + ":";
        if (query.match != WordMatch::stem || query.number > 0)
            fail(query.range, field + " takes words as they are", "leave out = * ? and ~");
        if (row_->kind == FieldKind::words && !holds_word(query.text))
            fail(query.range, field + " needs a word", "write a name after it");
    }

    Query caps() {
        const QueryToken& name = take();
        const Query inner = group();
        const bool fits = (inner.kind == QueryKind::word && inner.match == WordMatch::stem) ||
                          (inner.kind == QueryKind::phrase && inner.match == WordMatch::form &&
                           inner.number == 0);
        if (!fits)
            fail(name.range, "caps takes one word or phrase",
                 "write caps(US) or caps(\"World Health\"), several with OR between them");
        Query query = inner;
        query.match = WordMatch::letters;
        query.range.begin = name.range.begin;
        return query;
    }

    Query at_least() {
        const QueryToken& name = take();
        const Query inner = group();
        Query query = wrapped(QueryKind::at_least, name.number, inner, inner.range.end);
        query.range.begin = name.range.begin;
        if (const auto problem = problem_in_text(query))
            fail(problem->range, problem->message, problem->hint);
        return query;
    }

    Query field() {
        const QueryToken& name = take();
        if (name.row->kind == FieldKind::date) return date(name);
        row_ = name.row;
        Query query = operand();
        row_ = nullptr;
        query.range.begin = name.range.begin;
        return query;
    }

    Query date(const QueryToken& name) {
        const QueryToken& value = take();
        const DateCondition condition = read_date_condition(query_, name.text, value.range, today_);
        Query query;
        query.kind = QueryKind::date;
        query.field = Field::date;
        query.days = condition.days;
        query.undated_only = condition.undated_only;
        query.range = {name.range.begin, value.range.end};
        return query;
    }

    Query group() {
        const TextRange open = take().range;
        descend();
        if (token().kind == QueryTokenKind::close) {
            fail(open, "nothing stands between the brackets",
                 "write a query there, or leave them out");
        }
        if (token().kind == QueryTokenKind::end) refuse_open_bracket(open);
        Query query = alternatives();
        if (token().kind != QueryTokenKind::close) refuse_open_bracket(open);
        --depth_;
        query.range = {open.begin, take().range.end};
        return query;
    }

    [[noreturn]] void refuse_closing_bracket() const {
        fail(token().range, "a bracket is closed that was never opened",
             "put ( before, or leave it out");
    }

    [[noreturn]] void refuse_open_bracket(TextRange open) const {
        fail(open, "a bracket is not closed", "put ) where the group ends, or leave it out");
    }

    void descend() {
        if (++depth_ <= max_depth) return;
        fail(token().range, "the query is nested too deeply",
             "leave out brackets that change nothing");
    }

    [[noreturn]] void refuse_missing_side(const QueryToken& near, const std::string& side) const {
        fail(near.range, std::string(near.text) + " has nothing on its " + side,
             "write a word there, or put quotes around the operator to search it as a word");
    }

    // The parser stands where an operand should begin.
    [[noreturn]] void refuse_missing_operand() const {
        const QueryToken* before = at_ > 0 ? &tokens_[at_ - 1] : nullptr;
        const bool after_operator = before && is_operator(before->kind);
        if (!after_operator && token().kind == QueryTokenKind::close) refuse_closing_bracket();
        const QueryToken& culprit = after_operator ? *before : token();
        fail(culprit.range,
             std::string(culprit.text) + " has nothing on its " +
                 (after_operator ? "right" : "left"),
             "write a word there, or put quotes around the operator to search it as a word");
    }

    std::string_view query_;
    std::optional<Day> today_;
    std::vector<QueryToken> tokens_;
    std::size_t at_ = 0;
    std::size_t depth_ = 0;
    const FieldRow* row_ = nullptr;  // the field of the group or value at hand
};

}  // namespace

Query parse_query(std::string_view text, std::optional<Day> today) {
    return QueryParser(text, today).parse();
}

}  // namespace dateline
