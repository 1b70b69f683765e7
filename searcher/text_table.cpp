#include "searcher/text_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "searcher/render.hpp"
#include "searcher/text_layout.hpp"

namespace dateline {

namespace {

constexpr std::size_t gap_columns = 2;

std::size_t column_width(const TextTable& table, std::size_t column) {
    std::size_t width = display_width(printable(table.heading[column]));
    for (const auto& row : table.rows)
        width = std::max(width, display_width(printable(row[column])));
    return width;
}

struct Band {
    std::size_t begin = 1;  // columns
    std::size_t end = 1;
};

std::string line_of(const std::vector<std::string>& cells, const std::vector<std::size_t>& widths,
                    const Band& band) {
    const std::string name = printable(cells[0]);
    std::string line = name + std::string(widths[0] - display_width(name), ' ');
    for (std::size_t i = band.begin; i < band.end; ++i) {
        const std::string cell = printable(cells[i]);
        line += std::string(gap_columns + widths[i] - display_width(cell), ' ') + cell;
    }
    return line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
}

// As many columns from `begin` on as fit beside the names, at least one.
Band band_from(std::size_t begin, const std::vector<std::size_t>& widths,
               std::size_t width_columns) {
    Band band{begin, begin};
    std::size_t used = widths[0];
    do {
        used += gap_columns + widths[band.end++];
    } while (band.end < widths.size() && used + gap_columns + widths[band.end] <= width_columns);
    return band;
}

}  // namespace

std::string render_table(const TextTable& table, std::size_t width_columns) {
    std::vector<std::size_t> widths;
    for (std::size_t i = 0; i < table.heading.size(); ++i) widths.push_back(column_width(table, i));
    std::string text;
    for (std::size_t begin = 1; begin < widths.size();) {
        const Band band = band_from(begin, widths, width_columns);
        if (begin > 1) text += "\n";
        text += line_of(table.heading, widths, band);
        for (const auto& row : table.rows) text += line_of(row, widths, band);
        begin = band.end;
    }
    return text;
}

std::string figure_text(double value, bool is_difference) {
    if (std::abs(value) < 0.00005) return "0.0000";
    return is_difference ? fmt::format("{:+.4f}", value) : fmt::format("{:.4f}", value);
}

std::string probability_text(double p) {
    return p < 0.00005 ? "<0.0001" : fmt::format("{:.4f}", p);
}

std::string wrapped_text(std::string_view text, std::size_t width_columns) {
    std::string out;
    for (const std::string& line : wrap_text(text, {}, std::max(width_columns, std::size_t{2}), {}))
        out += line + "\n";
    return out;
}

std::string labelled_text(std::string_view label, std::string_view text,
                          std::size_t width_columns) {
    constexpr std::size_t least_width = 20;
    const std::size_t width = std::max(width_columns, label.size() + least_width) - label.size();
    std::string out;
    for (const std::string& line : wrap_text(text, {}, width, {}))
        out += (out.empty() ? std::string(label) : std::string(label.size(), ' ')) + line + "\n";
    return out.empty() ? std::string(label) + "\n" : out;
}

}  // namespace dateline
