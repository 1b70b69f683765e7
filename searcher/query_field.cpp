#include "searcher/query_field.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "corpus/ascii.hpp"
#include "corpus/edit_distance.hpp"
#include "searcher/query.hpp"
#include "searcher/query_date.hpp"
#include "searcher/render.hpp"

namespace dateline {

namespace {

struct OtherName {
    std::string_view typed;
    std::string_view meant;
};

// What other search services, feeds and mail call our fields.
constexpr std::array<OtherName, 55> other_names{{
    {"allintext", "body"},
    {"allintitle", "headline"},
    {"author", "byline"},
    {"auteur", "byline"},
    {"autor", "byline"},
    {"by", "byline"},
    {"category", "section"},
    {"city", "place"},
    {"content", "body"},
    {"country", "place"},
    {"dateline", "place"},
    {"datum", "date"},
    {"day", "date"},
    {"desk", "section"},
    {"domain", "source"},
    {"from", "after"},
    {"hd", "headline"},
    {"head", "headline"},
    {"heading", "headline"},
    {"hl", "headline"},
    {"inbody", "body"},
    {"intext", "body"},
    {"intitle", "headline"},
    {"inurl", "id"},
    {"la", "lang"},
    {"language", "lang"},
    {"link", "id"},
    {"location", "place"},
    {"newspaper", "source"},
    {"outlet", "source"},
    {"pd", "date"},
    {"pub", "source"},
    {"publication", "source"},
    {"published", "date"},
    {"publisher", "source"},
    {"region", "place"},
    {"reporter", "byline"},
    {"rst", "source"},
    {"since", "after"},
    {"site", "source"},
    {"sn", "source"},
    {"src", "source"},
    {"subject", "headline"},
    {"text", "body"},
    {"titel", "headline"},
    {"title", "headline"},
    {"titre", "headline"},
    {"titulo", "headline"},
    {"to", "before"},
    {"topic", "section"},
    {"until", "before"},
    {"uri", "id"},
    {"url", "id"},
    {"writer", "byline"},
    {"year", "date"},
}};

constexpr std::array<std::string_view, 3> reserved_names{"event", "said", "quote"};

// A slip in one letter of five: "nato" is two off "date", and was not meant so.
std::string_view near_field(std::string_view typed) {
    const std::string_view field = nearest_field(typed);
    const std::size_t most = typed.size() > 5 ? 2 : 1;
    return edit_distance(typed, field, most) <= most ? field : std::string_view{};
}

std::string all_fields() {
    std::string out;
    for (const FieldRow& row : field_rows) out += std::string(row.name) + ": ";
    return out + "after: before: on:";
}

}  // namespace

std::string_view field_name_in(std::string_view word) {
    const std::size_t colon = word.find(':');
    const bool named = colon != std::string_view::npos && colon > 0 &&
                       (is_ascii_letter(word[0]) || is_beyond_ascii(word[0]));
    return named ? word.substr(0, colon) : std::string_view{};
}

const FieldRow* find_query_field(std::string_view name) {
    return is_date_name(name) ? row_of(Field::date) : field_named(name);
}

std::string_view field_meant_by(std::string_view name) {
    constexpr std::array<std::string_view, 3> date_names{"after", "before", "on"};
    if (const auto* date = std::find(date_names.begin(), date_names.end(), name);
        date != date_names.end())
        return *date;
    if (const FieldRow* row = field_named(name)) return row->name;
    const auto other = std::find_if(other_names.begin(), other_names.end(),
                                    [&](const OtherName& row) { return row.typed == name; });
    return other == other_names.end() ? std::string_view{} : other->meant;
}

void throw_unknown_field(std::string_view query, TextRange name) {
    const std::string typed = lower_ascii(name.in(query));
    const std::string shown = printable(name.in(query));
    const std::string quoting = "put quotes around a word that holds a colon to search it";
    if (std::find(reserved_names.begin(), reserved_names.end(), typed) != reserved_names.end()) {
        throw_query_error(query, name, "the field " + shown + ": is reserved for later versions",
                          quoting);
    }
    const std::string known(field_meant_by(typed));
    const std::string meant = known.empty() ? std::string(near_field(typed)) : known;
    const std::string hint =
        meant.empty() ? "fields are " + all_fields() + ";" : "did you mean " + meant + ":? If not,";
    throw_query_error(query, name, "there is no field '" + shown + ":'", hint + " " + quoting);
}

}  // namespace dateline
