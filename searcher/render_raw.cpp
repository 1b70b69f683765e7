#include "searcher/render_raw.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>
#include <vector>

#include "searcher/json_line.hpp"
#include "searcher/text_inks.hpp"
#include "searcher/text_layout.hpp"

namespace dateline {

namespace {

using Json = nlohmann::ordered_json;

// As fields are read, not as they are stored.
constexpr std::array shown_fields = {
    ArticleField::id,      ArticleField::headline, ArticleField::date,  ArticleField::source,
    ArticleField::section, ArticleField::byline,   ArticleField::place, ArticleField::language,
    ArticleField::url,     ArticleField::body};
static_assert(shown_fields.size() == article_field_names.size());

constexpr std::size_t name_columns = 10;
constexpr std::size_t provenance_columns = 10;
constexpr std::size_t label_columns = name_columns + provenance_columns;
constexpr std::string_view paragraph_gap = "\n\n";

bool is_empty(const Article& article, ArticleField field) {
    return field == ArticleField::date ? !article.date.known() && article.date.raw.empty()
                                       : text_of(article, field).empty();
}

// 2020-01-05 ("5 January 2020")
std::string date_value(const Date& date) {
    const std::string value = date.known() ? iso_date(date) : "undated";
    return date.raw.empty() || date.raw == value ? value : value + " (\"" + date.raw + "\")";
}

std::string padded(std::string_view text, std::size_t columns) {
    std::string out(text);
    out.append(columns - std::min(columns, text.size()), ' ');
    return out;
}

struct RawRow {
    std::string_view name;
    std::string_view provenance;
    std::string value;
};

std::string field_value(const Article& article, ArticleField field) {
    if (is_empty(article, field)) return "-";
    return field == ArticleField::date ? date_value(article.date) : text_of(article, field);
}

RawRow field_row(const Article& article, ArticleField field) {
    const std::string_view provenance =
        is_empty(article, field) ? "-" : name_of(article.provenance.of(field));
    return {name_of(field), provenance, field_value(article, field)};
}

std::vector<RawRow> origin_rows(const Origin& origin) {
    const std::string record = origin.record > 0 ? std::to_string(origin.record) : "";
    std::vector<RawRow> rows;
    for (const auto& [name, value] :
         std::initializer_list<std::pair<std::string_view, std::string>>{
             {"root", origin.root},
             {"path", origin.path},
             {"member", origin.member},
             {"offset", std::to_string(origin.offset)},
             {"line", std::to_string(origin.line)},
             {"record", record}})
        rows.push_back({name, "", value.empty() ? "-" : value});
    return rows;
}

// Lines of a value, an empty one between paragraphs.
std::vector<std::string> value_lines(std::string_view value, std::size_t width) {
    std::vector<std::string> lines;
    while (!value.empty()) {
        const std::size_t end = std::min(value.find(paragraph_gap), value.size());
        if (!lines.empty()) lines.emplace_back();
        std::ranges::move(wrap_text(value.substr(0, end), {}, width, {}),
                          std::back_inserter(lines));
        value.remove_prefix(std::min(end + paragraph_gap.size(), value.size()));
    }
    if (lines.empty()) lines.emplace_back();
    return lines;
}

std::string row_text(const RawRow& row, std::size_t width, const TextInks& inks) {
    const std::string label =
        padded(row.name, name_columns) + padded(row.provenance, provenance_columns);
    std::string out;
    for (const std::string& line : value_lines(row.value, width - label_columns)) {
        if (out.empty())
            out += painted(label, inks.aside.normal);
        else if (!line.empty())
            out.append(label_columns, ' ');
        out += line + '\n';
    }
    return out;
}

Json text_or_null(std::string_view text) { return text.empty() ? Json() : Json(text); }

Json field_object(const Article& article, ArticleField field) {
    const bool is_date = field == ArticleField::date;
    Json object;
    object["value"] = text_or_null(is_date ? iso_date(article.date) : text_of(article, field));
    object["provenance"] =
        is_empty(article, field) ? Json() : Json(name_of(article.provenance.of(field)));
    if (!is_date) return object;
    object["precision"] = name_of(article.date.precision);
    object["printed"] = text_or_null(article.date.raw);
    return object;
}

Json origin_object(const Origin& origin) {
    return {{"root", text_or_null(origin.root)},
            {"path", text_or_null(origin.path)},
            {"member", text_or_null(origin.member)},
            {"offset", origin.offset},
            {"line", origin.line},
            {"record", origin.record > 0 ? Json(origin.record) : Json()}};
}

}  // namespace

std::string render_raw_text(const Article& article, const TextStyle& style) {
    const std::size_t width = std::max(style.width_columns, label_columns + min_width_columns);
    const TextInks inks = inks_of(style);
    std::string out;
    for (const ArticleField field : shown_fields)
        if (field != ArticleField::body) out += row_text(field_row(article, field), width, inks);
    out += '\n';
    for (const RawRow& row : origin_rows(article.origin)) out += row_text(row, width, inks);
    return out + '\n' + row_text(field_row(article, ArticleField::body), width, inks);
}

std::string render_raw_jsonl(const Article& article) {
    Json object;
    object["id"] = article.id;
    for (const ArticleField field : shown_fields)
        object["fields"][std::string(name_of(field))] = field_object(article, field);
    object["origin"] = origin_object(article.origin);
    return json_line(object);
}

}  // namespace dateline
