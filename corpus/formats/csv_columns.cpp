#include "corpus/formats/csv_columns.hpp"

#include "corpus/clean_text.hpp"
#include "corpus/encoding.hpp"
#include "corpus/formats/json_keys.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

namespace dateline {
namespace {

using Cells = std::span<const std::string_view>;

bool is_text(ArticleField field) {
    return field == ArticleField::headline || field == ArticleField::body;
}

/// The row of json_keys for a name that is that of a field.
std::optional<std::size_t> field_row(std::string_view name) {
    const std::optional<std::size_t> row = json_key_row(name);
    return row && json_keys[*row].field ? row : std::nullopt;
}

std::string short_cell(std::string_view cell) {
    constexpr std::size_t longest_characters = 30;
    std::string line = clean_line(decode_text(cell).text);
    std::size_t end = 0;
    for (std::size_t characters = 0; end < line.size(); ++end) {
        const bool begins = (static_cast<unsigned char>(line[end]) & 0xC0U) != 0x80U;
        if (begins && ++characters > longest_characters) return line.substr(0, end) + "...";
    }
    return line;
}

std::string list_cells(Cells cells) {
    constexpr std::size_t most_cells = 12;
    std::string list;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i == most_cells) return list + ", ...";
        list += fmt::format("{}\"{}\"", i > 0 ? ", " : "", short_cell(cells[i]));
    }
    return list;
}

std::optional<std::size_t> named_column(Cells cells, std::string_view name) {
    const std::string wanted = clean_line(name);
    for (std::size_t i = 0; i < cells.size(); ++i)
        if (!cells[i].empty() && clean_line(cells[i]) == wanted) return i;
    return std::nullopt;
}

std::optional<std::size_t> numbered_column(std::size_t count, std::string_view path) {
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(path.data(), path.data() + path.size(), number);
    const bool is_number = error == std::errc() && end == path.data() + path.size();
    return is_number && number >= 1 && number <= count ? std::optional(number - 1) : std::nullopt;
}

/// First those that the map names, which then are nothing else.
class ColumnChoice {
  public:
    ColumnChoice(Cells cells, const FieldMap& map) : cells_(cells), is_mapped_(cells.size()) {
        for (std::size_t path = 0; path < map.paths.size(); ++path) add_path(map.paths[path], path);
        const std::size_t known = count_known_columns(cells);
        has_header_ = has_named_ || known >= 2 || (known == 1 && !has_numbered_) || map.empty();
        if (has_header_) add_known();
    }

    CsvColumns columns() && {
        columns_.count = cells_.size();
        columns_.has_header = has_header_;
        if (columns_.of(ArticleField::headline).empty() && columns_.of(ArticleField::body).empty())
            columns_.problem = fmt::format(
                "no column is known to hold a headline or a body (first row: {}); say with --map "
                "which does, by its name or by its number from 1",
                list_cells(cells_));
        return std::move(columns_);
    }

  private:
    void add_path(const FieldPath& path, std::size_t index) {
        // Numbers first: without a header, cells that look like them are no names.
        std::optional<std::size_t> column = numbered_column(cells_.size(), path.path);
        has_numbered_ = has_numbered_ || column;
        if (!column) {
            column = named_column(cells_, path.path);
            has_named_ = has_named_ || column;
        }
        if (!column) return;
        is_mapped_[*column] = true;
        add(path.field, {*column, index});
    }

    void add_known() {
        std::vector<std::pair<std::size_t, std::size_t>> known;  // row of json_keys, column
        for (std::size_t i = 0; i < cells_.size(); ++i)
            if (const auto row = field_row(cells_[i]); row && !is_mapped_[i])
                known.emplace_back(*row, i);
        std::sort(known.begin(), known.end());
        for (const auto& [row, column] : known) add(*json_keys[row].field, {column, std::nullopt});
    }

    void add(ArticleField field, CsvColumn column) {
        columns_.columns[static_cast<std::size_t>(field)].push_back(column);
    }

    Cells cells_;
    std::vector<bool> is_mapped_;
    CsvColumns columns_;
    bool has_named_ = false;
    bool has_numbered_ = false;
    bool has_header_ = false;
};

}  // namespace

CsvColumns csv_columns(Cells first_row, const FieldMap& map) {
    return ColumnChoice(first_row, map).columns();
}

std::size_t count_known_columns(Cells first_row) {
    std::size_t known = 0;
    bool has_text = false;
    for (const std::string_view cell : first_row) {
        const auto row = field_row(cell);
        known += row ? 1 : 0;
        has_text = has_text || (row && is_text(*json_keys[*row].field));
    }
    return has_text ? known : 0;
}

}  // namespace dateline
