#include "searcher/query_field.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "corpus/ascii.hpp"
#include "searcher/query.hpp"
#include "searcher/query_date.hpp"
#include "searcher/render.hpp"

namespace dateline {

namespace {

struct OtherName {
    std::string_view typed;
    std::string_view meant;
};

// What other search services call our fields.
constexpr std::array<OtherName, 17> other_names{{
    {"author", "byline"},
    {"dateline", "place"},
    {"from", "after"},
    {"hl", "headline"},
    {"intitle", "headline"},
    {"language", "lang"},
    {"location", "place"},
    {"newspaper", "source"},
    {"publication", "source"},
    {"publisher", "source"},
    {"pub", "source"},
    {"since", "after"},
    {"site", "source"},
    {"text", "body"},
    {"title", "headline"},
    {"to", "before"},
    {"until", "before"},
}};

constexpr std::array<std::string_view, 3> reserved_names{"event", "said", "quote"};

// Empty where no field is near.
std::string_view meant_by(const std::string& typed) {
    const auto other = std::find_if(other_names.begin(), other_names.end(),
                                    [&](const OtherName& name) { return name.typed == typed; });
    return other == other_names.end() ? nearest_field(typed) : other->meant;
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

void throw_unknown_field(std::string_view query, TextRange name) {
    const std::string typed = lower_ascii(name.in(query));
    const std::string shown = printable(name.in(query));
    const std::string quoting = "put quotes around a word that holds a colon to search it";
    if (std::find(reserved_names.begin(), reserved_names.end(), typed) != reserved_names.end()) {
        throw_query_error(query, name, "the field " + shown + ": is reserved for later versions",
                          quoting);
    }
    const std::string meant(is_date_name(typed) ? typed : meant_by(typed));
    const std::string question = meant.empty() ? "" : "did you mean " + meant + ":? ";
    throw_query_error(query, name, "there is no field '" + shown + ":'",
                      question + "fields are " + all_fields() + "; " + quoting);
}

}  // namespace dateline
