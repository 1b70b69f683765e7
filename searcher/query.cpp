#include "searcher/query.hpp"

#include <algorithm>

#include "corpus/ascii.hpp"
#include "searcher/query_date.hpp"
#include "searcher/query_refusal.hpp"
#include "searcher/query_word.hpp"

namespace dateline {

namespace {

// How tightly a node binds, from OR to a single operand.
enum class Binding : std::uint8_t {
    alternatives,
    conjunction,
    negation,
    sequence,
    proximity,
    weighted,
    operand
};

Binding binding_of(QueryKind kind) {
    switch (kind) {
        case QueryKind::any:
            return Binding::alternatives;
        case QueryKind::all:
            return Binding::conjunction;
        case QueryKind::none:
            return Binding::negation;
        case QueryKind::sequence:
            return Binding::sequence;
        case QueryKind::near:
            return Binding::proximity;
        case QueryKind::boost:
            return Binding::weighted;
        default:
            return Binding::operand;
    }
}

// A text between two quotation marks never holds all three closing marks: the one that closed it is
// missing.
std::string quoted(std::string_view text) {
    struct Marks {
        std::string_view open;
        std::string_view close;
    };
    constexpr Marks marks[] = {{"\"", "\""}, {"\u201C", "\u201D"}, {"\u00AB", "\u00BB"}};
    const auto pair = std::find_if(std::begin(marks), std::end(marks), [&](const Marks& m) {
        return text.find(m.close) == std::string_view::npos;
    });
    const Marks& chosen = pair == std::end(marks) ? marks[0] : *pair;
    return std::string(chosen.open) + std::string(text) + std::string(chosen.close);
}

// Reads as one bare word wherever a value may stand.
bool is_plain_value(std::string_view text) {
    const bool plain_bytes = std::all_of(text.begin(), text.end(), [](char c) {
        return is_ascii_digit(c) || is_ascii_letter(c) ||
               std::string_view("_-./").find(c) != std::string_view::npos;
    });
    return plain_bytes && !text.empty() && text[0] != '-' && text != "AND" && text != "OR" &&
           text != "NOT" && !near_operator(text) && !refusal_of(text);
}

std::string value_text(const Query& query) {
    const std::string text = query.text + (query.prefix_match ? "*" : "");
    return is_plain_value(query.text) ? text : quoted(text);
}

std::string word_text(const Query& query) {
    switch (query.match) {
        case WordMatch::form:
            return "=" + query.text;
        case WordMatch::fuzzy:
            return query.text + "~" + std::to_string(query.number);
        case WordMatch::letters:
            return "caps(" + query.text + ")";
        default:
            return query.text;
    }
}

std::string phrase_text(const Query& query) {
    if (query.match == WordMatch::letters) return "caps(" + quoted(query.text) + ")";
    return quoted(query.text) + (query.number > 0 ? "~" + std::to_string(query.number) : "");
}

// The text of a word, phrase, value or date without its field.
std::string leaf_text(const Query& query) {
    switch (query.kind) {
        case QueryKind::word:
            return word_text(query);
        case QueryKind::phrase:
            return phrase_text(query);
        case QueryKind::value:
            return value_text(query);
        case QueryKind::date:
            return date_text({query.days, query.undated_only});
        default:
            return query.text;
    }
}

bool is_bare(const Query& child, Field group) {
    if (child.kind == QueryKind::boost) return is_bare(child.children.front(), group);
    const bool can_be_bare = child.kind == QueryKind::word || child.kind == QueryKind::value;
    return can_be_bare && child.field == group;
}

// Only headline:(a b) can say that words of a field are wanted.
Field group_field(const Query& sequence, Field outer) {
    const auto bare = std::find_if(sequence.children.begin(), sequence.children.end(),
                                   [](const Query& child) { return child.occur == Occur::wanted; });
    if (bare == sequence.children.end()) return outer;
    const Query* word = &*bare;
    while (word->kind == QueryKind::boost) word = &word->children.front();
    return word->field;
}

std::string text_of(const Query& query, Field outer, Binding least);

std::string joined(const Query& query, std::string_view separator, Field outer, Binding least) {
    std::string out;
    for (const Query& child : query.children) {
        if (!out.empty()) out += separator;
        out += text_of(child, outer, least);
    }
    return out;
}

std::string_view sign_of(const Query& child, Field group) {
    if (child.occur == Occur::excluded) return "-";
    return child.occur == Occur::required && is_bare(child, group) ? "+" : "";
}

std::string sequence_text(const Query& query, Field group) {
    std::string out;
    for (const Query& child : query.children) {
        if (!out.empty()) out += ' ';
        out += sign_of(child, group);
        out += text_of(child, group, Binding::proximity);
    }
    return out;
}

std::string near_text(const Query& query) {
    const std::string name = query.is_ordered ? "pre/" : "w/";
    switch (query.reach) {
        case Reach::sentence:
            return name + "s";
        case Reach::paragraph:
            return name + "p";
        default:
            return name + std::to_string(query.number);
    }
}

std::string field_text(Field field) {
    const FieldRow* row = row_of(field);
    return row ? std::string(row->name) + ":" : std::string();
}

std::string inner_text(const Query& query, Field outer) {
    switch (query.kind) {
        case QueryKind::any:
            return joined(query, " OR ", outer, Binding::conjunction);
        case QueryKind::all:
            return joined(query, " AND ", outer, Binding::negation);
        case QueryKind::none:
            return "NOT " + joined(query, " ", outer, Binding::negation);
        case QueryKind::sequence:
            return sequence_text(query, outer);
        case QueryKind::near:
            return text_of(query.children[0], outer, Binding::proximity) + " " + near_text(query) +
                   " " + text_of(query.children[1], outer, Binding::weighted);
        case QueryKind::at_least:
            return "atleast" + std::to_string(query.number) + "(" +
                   text_of(query.children[0], outer, Binding::alternatives) + ")";
        case QueryKind::boost:
            return text_of(query.children[0], outer, Binding::operand) + "^" +
                   boost_text(query.number);
        default: {
            const bool named = query.field == outer || query.kind == QueryKind::date;
            return (named ? "" : field_text(query.field)) + leaf_text(query);
        }
    }
}

// `outer`: the field of the group that the text will stand in; `least`: how tightly it has to bind.
std::string text_of(const Query& query, Field outer, Binding least) {
    const Field group = query.kind == QueryKind::sequence ? group_field(query, outer) : outer;
    const std::string text = inner_text(query, group);
    if (group != outer) return field_text(group) + "(" + text + ")";
    return binding_of(query.kind) < least ? "(" + text + ")" : text;
}

}  // namespace

bool Query::operator==(const Query& other) const {
    return kind == other.kind && occur == other.occur && field == other.field &&
           text == other.text && match == other.match && number == other.number &&
           reach == other.reach && is_ordered == other.is_ordered &&
           prefix_match == other.prefix_match && days == other.days &&
           undated_only == other.undated_only && children == other.children;
}

std::string to_string(const Query& query) {
    return text_of(query, Field::any, Binding::alternatives);
}

}  // namespace dateline
