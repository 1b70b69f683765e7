#include <algorithm>
#include <string>
#include <vector>

#include "corpus/article_id.hpp"
#include "searcher/render.hpp"
#include "searcher/text_inks.hpp"
#include "searcher/text_layout.hpp"

namespace dateline {

namespace {

constexpr std::size_t label_columns = 10;
constexpr std::string_view paragraph_gap = "\n\n";

struct MetaRow {
    std::string_view label;
    std::string text;
};

std::string printed_date(const Date& date) {
    if (!date.known()) return "undated" + (date.raw.empty() ? "" : " (" + date.raw + ")");
    const bool has_time = date.precision == DatePrecision::time;
    return long_date(date) + (has_time ? " (" + iso_date(date) + ")" : "");
}

// The file, with the line where it holds several articles.
std::string printed_origin(const Origin& origin) {
    std::string out = origin.root;
    for (const std::string* part : {&origin.path, &origin.member}) {
        if (part->empty()) continue;
        if (!out.empty() && !out.ends_with('/')) out += '/';
        out += *part;
    }
    return out + (origin.record > 0 ? ":" + std::to_string(origin.line) : "");
}

std::vector<MetaRow> meta_rows(const Article& article) {
    return {{"Date", printed_date(article.date)},
            {"Source", article.source},
            {"Section", article.section},
            {"By", article.byline},
            {"Place", article.place},
            {"Language", article.language},
            {"URL", article.url},
            {"Id", article.id},
            {"From", printed_origin(article.origin)}};
}

std::string row_text(const MetaRow& row, std::size_t width, const TextInks& inks) {
    const std::string gap(label_columns - row.label.size(), ' ');
    const auto lines = wrap_text(row.text, {}, width - label_columns, {});
    return indented(lines, painted(row.label, inks.aside.normal) + gap,
                    std::string(label_columns, ' '));
}

std::string paragraphs(std::string_view body, std::size_t width, const TextInks& inks) {
    std::string out;
    while (!body.empty()) {
        const std::size_t end = std::min(body.find(paragraph_gap), body.size());
        out += "\n" + indented(wrap_text(body.substr(0, end), {}, width, inks.text), "", "");
        body.remove_prefix(std::min(end + paragraph_gap.size(), body.size()));
    }
    return out;
}

std::string page(const Article& article, const std::vector<MetaRow>& rows, std::string_view body,
                 const TextStyle& style) {
    const TextInks inks = inks_of(style);
    const std::size_t width = std::max(style.width_columns, min_width_columns);
    std::string out = indented(wrap_text(article.headline, {}, width, inks.headline), "", "");
    for (const MetaRow& row : rows) out += row_text(row, width, inks);
    return out + paragraphs(body, width, inks);
}

}  // namespace

std::string render_article_text(const Article& article, const TextStyle& style) {
    return page(article, meta_rows(article), article.body, style);
}

std::string render_passage_text(const Article& article, const StoredPassage& passage,
                                const TextStyle& style) {
    std::vector<MetaRow> rows = meta_rows(article);
    rows.push_back({"Passage", passage_id(article.id, passage.number)});
    return page(article, rows, passage.text, style);
}

}  // namespace dateline
