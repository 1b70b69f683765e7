#include "corpus/formats/csv_article.hpp"

#include "corpus/clean_text.hpp"
#include "corpus/formats/article_date.hpp"
#include "corpus/html_text.hpp"
#include "corpus/language_code.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace dateline {
namespace {

using Cells = std::span<const std::string_view>;

std::string text_of(std::string_view cell) {
    return has_markup(cell) ? html_text(cell) : std::string(cell);
}

std::string line_of(std::string_view cell) {
    return has_markup(cell) ? clean_line(html_text(cell)) : clean_line(cell);
}

/// The elements of "['Jane Doe', 'John Roe']", as Python prints lists; none where it is no list.
std::vector<std::string_view> list_elements(std::string_view cell) {
    std::vector<std::string_view> elements;
    if (!cell.starts_with('[') || !cell.ends_with(']')) return elements;
    std::string_view rest = cell.substr(1, cell.size() - 2);
    for (;;) {
        const std::size_t open = rest.find_first_not_of(", ");
        if (open == rest.npos) return elements;
        const char quote = rest[open];
        const std::size_t close = rest.find(quote, open + 1);
        if ((quote != '\'' && quote != '"') || close == rest.npos) return {};
        elements.push_back(rest.substr(open + 1, close - open - 1));
        rest.remove_prefix(close + 1);
    }
}

/// `most`: elements of a list that count.
std::string line_of_list(std::string_view cell, std::size_t most) {
    const std::vector<std::string_view> elements = list_elements(cell);
    if (elements.empty()) return line_of(cell);
    const std::size_t count = std::min(most, elements.size());
    return line_of(fmt::format(
        "{}",
        fmt::join(elements.begin(), elements.begin() + static_cast<std::ptrdiff_t>(count), ", ")));
}

/// Numbers that went through a table of floating point: 1577836800.0, 2016.0.
std::string_view without_fraction(std::string_view date) {
    const bool has_fraction =
        date.ends_with(".0") && date.find_first_not_of("0123456789") == date.size() - 2;
    return has_fraction ? date.substr(0, date.size() - 2) : date;
}

/// The fields of one row.
class RowFields {
  public:
    RowFields(Cells cells, const CsvColumns& columns, const FieldMap& map)
        : cells_(cells), columns_(columns), map_(map) {}

    std::string_view operator[](ArticleField field) const {
        for (const CsvColumn& column : columns_.of(field)) {
            const std::string_view cell =
                column.number < cells_.size() ? cells_[column.number] : std::string_view();
            const bool has_text = !is_empty_cell(cell);
            if (column.path) map_.count(*column.path, has_text);
            if (has_text) return cell;
        }
        return {};
    }

  private:
    Cells cells_;
    const CsvColumns& columns_;
    const FieldMap& map_;
};

/// Whether the cells reach to where the text stands, so that the end of the row is all that is
/// missing.
bool reaches_text(std::size_t cells, const CsvColumns& columns) {
    const ArticleField field =
        columns.of(ArticleField::body).empty() ? ArticleField::headline : ArticleField::body;
    return std::ranges::all_of(columns.of(field),
                               [&](const CsvColumn& column) { return column.number < cells; });
}

std::string wrong_count(std::size_t cells, const CsvColumns& columns) {
    return fmt::format("{} column{} where the {} has {}", cells, cells == 1 ? "" : "s",
                       columns.has_header ? "header" : "first row", columns.count);
}

CsvReading not_read(std::string problem, bool is_fragment = false) {
    CsvReading reading;
    reading.problem = std::move(problem);
    reading.is_fragment = is_fragment;
    return reading;
}

CsvReading read_fields(const RowFields& fields, const ReadOptions& options) {
    CsvReading reading;
    Article article;
    article.headline = line_of(fields[ArticleField::headline]);
    article.body = clean_body(text_of(fields[ArticleField::body]));
    if (article.headline.empty() && article.body.empty())
        return not_read("has neither headline nor body");
    article.id = clean_line(fields[ArticleField::id]);
    article.url = clean_line(fields[ArticleField::url]);
    article.source = line_of(fields[ArticleField::source]);
    article.section = line_of_list(fields[ArticleField::section], 1);
    article.byline = clean_byline(line_of_list(fields[ArticleField::byline], 100));
    article.place = line_of(fields[ArticleField::place]);
    article.language = language_code(fields[ArticleField::language]);
    const std::string date_text = clean_line(fields[ArticleField::date]);
    const DateReading date = read_date(without_fraction(date_text), options.dates);
    article.date = date.date;
    if (std::string warning = date_warning(date); !warning.empty())
        reading.warnings.push_back(std::move(warning));
    reading.article = std::move(article);
    return reading;
}

}  // namespace

bool is_empty_cell(std::string_view cell) {
    constexpr std::size_t longest_name = 4;
    if (cell.size() > longest_name && static_cast<unsigned char>(cell.front()) > ' ') return false;
    for (const std::string_view name : {"NULL", "null", "\\N", "nan", "NaN", "None"})
        if (cell == name) return true;
    return cell.find_first_not_of(" \t\r\n") == cell.npos;
}

CsvReading read_csv_row(Cells cells, const CsvColumns& columns, const ReadOptions& options) {
    const std::size_t more = std::min(columns.count, cells.size());
    const bool has_more = !std::ranges::all_of(cells.subspan(more), is_empty_cell);
    if (has_more)
        return not_read(wrong_count(cells.size(), columns) + ": a delimiter outside quotes");
    const bool is_short = cells.size() < columns.count;
    if (is_short && !reaches_text(cells.size(), columns))
        return not_read(wrong_count(cells.size(), columns), 2 * cells.size() <= columns.count);
    CsvReading reading = read_fields(RowFields(cells, columns, options.map), options);
    if (is_short && reading.article)
        reading.warnings.push_back(wrong_count(cells.size(), columns) + "; the last are missing");
    return reading;
}

}  // namespace dateline
