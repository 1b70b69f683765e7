#include "corpus/formats/json_text.hpp"

#include "corpus/clean_text.hpp"
#include "corpus/field_markup.hpp"
#include "corpus/formats/json_blocks.hpp"
#include "corpus/section_keywords.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <span>
#include <vector>

namespace dateline {
namespace {

constexpr int deepest_text = 8;

using Keys = std::span<const std::string_view>;

constexpr std::array<std::string_view, 16> line_keys{
    "main",     "name",          "title", "default", "original", "rendered", "basic",
    "text",     "value",         "label", "literal", "$oid",     "@value",   "primary_section",
    "sections", "print_headline"};
constexpr std::array<std::string_view, 15> body_keys{
    "rendered", "html", "bodyHtml", "text",  "content",          "value",  "paragraphs", "body",
    "data",     "main", "children", "items", "content_elements", "blocks", "@value"};
constexpr std::array<std::string_view, 13> byline_keys{
    "original", "name",  "display_name", "displayName", "full_name", "fullName", "rendered",
    "text",     "value", "literal",      "by",          "person",    "@value"};
constexpr std::array<std::string_view, 14> date_keys{
    "$date",     "$numberLong", "date",     "iso",       "datetime", "dateTime", "utc",
    "published", "created",     "rendered", "timestamp", "value",    "main",     "@value"};
constexpr std::array<std::string_view, 9> address_keys{
    "rendered", "canonical", "@id", "url", "href", "$oid", "value", "name", "id"};
constexpr std::array<std::string_view, 9> place_keys{
    "name", "city", "label", "locality", "addressLocality", "text", "value", "literal", "address"};
/// What programs that make JSON of XML call the text of an element.
constexpr std::array<std::string_view, 4> xml_keys{"#text", "$t", "__cdata", "_"};

Keys keys_for(ArticleField field) {
    switch (field) {
        case ArticleField::id:
        case ArticleField::url:
            return address_keys;
        case ArticleField::date:
            return date_keys;
        case ArticleField::body:
            return body_keys;
        case ArticleField::byline:
            return byline_keys;
        case ArticleField::place:
            return place_keys;
        default:
            return line_keys;
    }
}

bool is_prose(ArticleField field) {
    return field != ArticleField::id && field != ArticleField::url && field != ArticleField::date &&
           field != ArticleField::language;
}

RawText text_at_depth(dom::element element, ArticleField field, int depth);

RawText text_at(dom::object object, Keys keys, ArticleField field, int depth) {
    for (const std::string_view key : keys) {
        dom::element element;
        if (object.at_key(key).get(element) != simdjson::SUCCESS) continue;
        RawText text = text_at_depth(element, field, depth + 1);
        if (!is_blank(view_of(text))) return text;
    }
    return {};
}

std::string first_string(dom::object object, std::initializer_list<std::string_view> keys) {
    for (const std::string_view key : keys)
        if (const std::string_view text = string_at(object, key); !is_blank(text))
            return std::string(text);
    return {};
}

/// {"firstname": "Mara", "lastname": "Ellis"}
std::string name_of_parts(dom::object person) {
    std::string name;
    for (const std::string& part :
         {first_string(person, {"firstname", "first_name", "firstName", "givenName", "first"}),
          first_string(person, {"middlename", "middle_name", "middleName", "additionalName"}),
          first_string(person, {"lastname", "last_name", "lastName", "familyName", "last"})}) {
        if (part.empty()) continue;
        if (!name.empty()) name += ' ';
        name += part;
    }
    return name;
}

std::optional<std::int64_t> whole_number_at(dom::object object, std::string_view key) {
    std::int64_t number = 0;
    if (object.at_key(key).get(number) != simdjson::SUCCESS) return std::nullopt;
    return number;
}

/// {"year": 2020, "month": 1, "day": 5}
std::string date_of_parts(dom::object object) {
    const auto year = whole_number_at(object, "year");
    if (!year) return {};
    const auto month = whole_number_at(object, "month");
    if (!month) return fmt::format("{:04}", *year);
    const auto day = whole_number_at(object, "day");
    if (!day) return fmt::format("{:04}-{:02}", *year, *month);
    return fmt::format("{:04}-{:02}-{:02}", *year, *month, *day);
}

RawText text_of_object(dom::object object, ArticleField field, int depth) {
    if (field == ArticleField::body && !is_text_block(object)) return {};
    for (const Keys keys : {keys_for(field), Keys(xml_keys)}) {
        RawText text = text_at(object, keys, field, depth);
        if (!is_blank(view_of(text))) return text;
    }
    if (field == ArticleField::byline) return name_of_parts(object);
    return field == ArticleField::date ? date_of_parts(object) : std::string();
}

/// [2020, 1, 5, 10, 30], as Java writes local times.
std::string date_of_numbers(dom::array array) {
    std::array<std::int64_t, 5> numbers{};
    std::size_t size = 0;
    for (const dom::element element : array) {
        if (size == numbers.size()) break;
        if (element.get(numbers[size]) != simdjson::SUCCESS) return {};
        ++size;
    }
    if (size < 3) return {};
    const auto& [year, month, day, hour, minute] = numbers;
    std::string date = fmt::format("{:04}-{:02}-{:02}", year, month, day);
    if (size == 5) date += fmt::format("T{:02}:{:02}", hour, minute);
    return date;
}

RawText text_of_array(dom::array array, ArticleField field, int depth) {
    if (field == ArticleField::date)
        if (std::string date = date_of_numbers(array); !date.empty()) return date;
    const std::string_view separator = array_separator(field);
    std::string joined;
    for (const dom::element element : array) {
        RawText text = text_at_depth(element, field, depth + 1);
        if (is_blank(view_of(text))) continue;
        if (separator.empty()) return text;
        if (!joined.empty()) joined += separator;
        joined += view_of(text);
    }
    return joined;
}

bool takes_numbers(ArticleField field) {
    return field == ArticleField::id || field == ArticleField::date ||
           field == ArticleField::headline || field == ArticleField::body;
}

/// A date may be epoch seconds with a fraction, which is of no use; other fields are kept exact.
std::string text_of_double(double number, ArticleField field) {
    return field == ArticleField::date ? fmt::format("{:.0f}", std::floor(number))
                                       : fmt::format("{}", number);
}

RawText text_of_number(dom::element number, ArticleField field) {
    if (!takes_numbers(field)) return {};
    if (number.is_int64()) return std::to_string(number.get_int64().value_unsafe());
    if (number.is_uint64()) return std::to_string(number.get_uint64().value_unsafe());
    return text_of_double(number.get_double().value_unsafe(), field);
}

RawText text_at_depth(dom::element element, ArticleField field, int depth) {
    if (depth > deepest_text) return {};
    switch (element.type()) {
        case dom::element_type::STRING: {
            const std::string_view text = element.get_string().value_unsafe();
            return is_prose(field) ? plain_text(text) : text;
        }
        case dom::element_type::INT64:
        case dom::element_type::UINT64:
        case dom::element_type::DOUBLE:
            return text_of_number(element, field);
        case dom::element_type::ARRAY:
            return text_of_array(element.get_array().value_unsafe(), field, depth);
        case dom::element_type::OBJECT:
            return text_of_object(element.get_object().value_unsafe(), field, depth);
        default:
            return {};
    }
}

}  // namespace

std::string_view view_of(const RawText& text) {
    return std::visit([](const auto& value) { return std::string_view(value); }, text);
}

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

RawText text_of(dom::element element, ArticleField field) {
    return text_at_depth(element, field, 0);
}

RawText sections_of(dom::element element) {
    dom::array array;
    if (element.get(array) != simdjson::SUCCESS) return text_of(element, ArticleField::section);
    std::vector<std::string> names;
    for (const dom::element item : array)
        names.push_back(clean_line(view_of(text_of(item, ArticleField::section))));
    return joined_sections(names);
}

std::string_view array_separator(ArticleField field) {
    if (field == ArticleField::body) return "\n\n";
    return field == ArticleField::byline ? ", " : "";
}

RawText plain_text(std::string_view text) {
    std::optional<std::string> plain = without_markup(text);
    return plain ? RawText(*std::move(plain)) : RawText(text);
}

std::string_view string_at(dom::object object, std::string_view key) {
    std::string_view text;
    return object.at_key(key).get(text) == simdjson::SUCCESS ? text : std::string_view();
}

}  // namespace dateline
