#include "searcher/render_article.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "corpus/article_id.hpp"
#include "searcher/answer_words.hpp"
#include "searcher/article_record.hpp"
#include "searcher/json_line.hpp"
#include "searcher/markdown.hpp"
#include "searcher/text_inks.hpp"
#include "searcher/text_layout.hpp"
#include "searcher/web_link.hpp"

namespace dateline {

namespace {

constexpr std::size_t label_columns = 10;
constexpr std::string_view paragraph_gap = "\n\n";
constexpr std::string_view url_label = "URL";

struct MetaRow {
    std::string_view label;
    std::string text;
};

struct Paragraph {
    std::string_view text;
    std::vector<TextRange> matches;  // in text
};

std::vector<TextRange> ranges_in(TextRange whole, const std::vector<TextRange>& ranges) {
    std::vector<TextRange> inside;
    for (const TextRange range : ranges) {
        const std::uint32_t begin = std::max(range.begin, whole.begin);
        const std::uint32_t end = std::min(range.end, whole.end);
        if (begin < end) inside.push_back({begin - whole.begin, end - whole.begin});
    }
    return inside;
}

std::vector<Paragraph> paragraphs_of(std::string_view text, const std::vector<TextRange>& matches) {
    std::vector<Paragraph> paragraphs;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find(paragraph_gap, begin), text.size());
        const TextRange range{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
        paragraphs.push_back({range.in(text), ranges_in(range, matches)});
        begin = std::min(end + paragraph_gap.size(), text.size());
    }
    return paragraphs;
}

std::string printed_date(const Date& date) {
    if (!date.known()) return "undated" + (date.raw.empty() ? "" : " (" + date.raw + ")");
    const bool has_time = date.precision == DatePrecision::time;
    return long_date(date) + (has_time ? " (" + iso_date(date) + ")" : "");
}

// Whether the root is the file itself, which then is the path.
bool is_file_root(const Origin& origin) {
    return origin.path.find('/') == std::string::npos && origin.root.ends_with("/" + origin.path);
}

// The file, with the line where it holds several articles.
std::string printed_origin(const Origin& origin) {
    std::string out = origin.root;
    const std::string path = is_file_root(origin) ? "" : origin.path;
    for (const std::string* part : {&path, &origin.member}) {
        if (part->empty()) continue;
        if (!out.empty() && !out.ends_with('/')) out += '/';
        out += *part;
    }
    return out + (origin.record > 0 ? ":" + std::to_string(origin.line) : "");
}

std::vector<MetaRow> meta_rows(const ShownArticle& shown) {
    const Article& article = shown.article;
    return {{"Date", printed_date(article.date)},
            {"Source", article.source},
            {"Section", article.section},
            {"By", article.byline},
            {"Place", article.place},
            {"Language", article.language},
            {url_label, article.url},
            {"Id", article.id},
            {"From", printed_origin(article.origin)},
            {"Passage", shown.passage ? shown.id() : ""}};
}

/// Prints what is known of an article, and texts of it.
class ArticlePrinter {
  public:
    explicit ArticlePrinter(const TextStyle& style)
        : inks_(inks_of(style)),
          has_links_(style.links),
          width_(std::max(style.width_columns, min_width_columns)) {}

    std::string headline(const ShownArticle& shown) const {
        const std::string& headline = shown.article.headline;
        return block(headline, shown.headline_matches, inks_.headline, shown.article.url);
    }

    std::string row(const MetaRow& row) const {
        const std::string gap(label_columns - row.label.size(), ' ');
        auto lines = wrap_text(row.text, {}, width_ - label_columns, {});
        if (row.label == url_label) link(lines, row.text);
        return indented(lines, painted(row.label, inks_.aside.normal) + gap,
                        std::string(label_columns, ' '));
    }

    std::string paragraphs(std::string_view text, const std::vector<TextRange>& matches) const {
        std::string out;
        for (const Paragraph& paragraph : paragraphs_of(text, matches))
            out += "\n" + block(paragraph.text, paragraph.matches, inks_.text, "");
        return out;
    }

  private:
    std::string block(std::string_view text, const std::vector<TextRange>& matches, const Ink& ink,
                      std::string_view url) const {
        auto lines = wrap_text(text, matches, width_, ink);
        link(lines, url);
        return indented(lines, "", "");
    }

    void link(std::vector<std::string>& lines, std::string_view url) const {
        if (!has_links_) return;
        const std::string address = web_address(url);
        for (std::string& line : lines) line = linked(line, address);
    }

    TextInks inks_;
    bool has_links_;
    std::size_t width_;
};

using Json = nlohmann::ordered_json;

void add_circumstances(Json& object, const ShownArticle& shown) {
    add_heading(object, shown.article);
    object["headline_matches"] = range_list(shown.headline_matches);
    add_fields(object, shown.article);
    object["line"] = shown.article.origin.line;
}

Json article_record(const ShownArticle& shown) {
    Json object{{"id", shown.article.id}};
    add_circumstances(object, shown);
    object["body"] = text_or_null(shown.article.body);
    object["matches"] = range_list(shown.matches);
    return object;
}

Json passage_record(const ShownArticle& shown) {
    const StoredPassage& passage = *shown.passage;
    const auto end = passage.begin + static_cast<std::uint32_t>(passage.text.size());
    Json object{{"id", shown.id()},
                {"article", shown.article.id},
                {"number", passage.number},
                {"start", passage.begin},
                {"end", end},
                {"text", passage.text},
                {"matches", range_list(shown.matches)},
                {"digest", digest(passage.text)}};
    add_circumstances(object, shown);
    return object;
}

// Of several paragraphs, too, with what separates them.
std::string markdown_paragraphs(const ShownArticle& shown) {
    const std::string mark = shown.passage ? "> " : "";
    std::string out;
    for (const Paragraph& paragraph : paragraphs_of(shown.text(), shown.matches)) {
        out += out.empty() || mark.empty() ? "\n" : ">\n";
        out += mark + markdown_text(paragraph.text, paragraph.matches) + "\n";
    }
    return out;
}

}  // namespace

std::string ShownArticle::id() const {
    return passage ? passage_id(article.id, passage->number) : article.id;
}

std::string render_article_text(const ShownArticle& shown, const TextStyle& style) {
    const ArticlePrinter printer(style);
    std::string out = printer.headline(shown);
    for (const MetaRow& row : meta_rows(shown)) out += printer.row(row);
    return out + printer.paragraphs(shown.text(), shown.matches);
}

std::string render_article_jsonl(const ShownArticle& shown) {
    return json_line(shown.passage ? passage_record(shown) : article_record(shown));
}

std::string render_article_markdown(const ShownArticle& shown) {
    const Article& article = shown.article;
    const std::string headline = article.headline.empty()
                                     ? std::string(no_headline)
                                     : markdown_text(article.headline, shown.headline_matches);
    std::vector<std::string> known = circumstances(article);
    if (!article.byline.empty()) known.insert(known.begin() + 1, article.byline);
    std::string facts;
    for (const std::string& fact : known) facts += markdown_text(fact) + std::string(middle_dot);
    return "## " + markdown_link(headline, article.url) + "\n\n" + facts +
           markdown_code(shown.id()) + "\n" + markdown_paragraphs(shown);
}

}  // namespace dateline
