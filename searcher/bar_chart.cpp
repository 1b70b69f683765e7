#include "searcher/bar_chart.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "searcher/columns.hpp"
#include "searcher/text_inks.hpp"
#include "searcher/text_layout.hpp"

namespace dateline {

namespace {

constexpr std::string_view ellipsis = "\u2026";
constexpr std::string_view first_series = "36";
constexpr std::string_view second_series = "33";
constexpr std::size_t least_label_columns = 10;

std::string blanks(std::size_t columns) { return std::string(columns, ' '); }

std::string aligned_right(const std::string& text, std::size_t columns) {
    return blanks(columns - std::min(columns, display_width(text))) + text;
}

struct Layout {
    std::size_t label = 0;             // columns
    std::size_t bar = 0;               // 0: there is no room for bars
    std::vector<std::size_t> figures;  // columns of each, without the gap before it
};

std::vector<std::size_t> figure_columns(const BarChart& chart) {
    std::vector<std::size_t> columns;
    for (const std::string& heading : chart.headings) columns.push_back(display_width(heading));
    for (const BarLine& line : chart.lines)
        for (std::size_t i = 0; i < line.figures.size(); ++i)
            columns[i] = std::max(columns[i], display_width(line.figures[i]));
    return columns;
}

std::size_t label_columns(const BarChart& chart, std::size_t width) {
    std::size_t columns = 0;
    for (const BarLine& line : chart.lines)
        if (line.remark.empty()) columns = std::max(columns, display_width(printable(line.label)));
    return std::min(columns, std::max(least_label_columns, width * 2 / 5));
}

Layout layout_of(const BarChart& chart, std::size_t width) {
    Layout layout{label_columns(chart, width), 0, figure_columns(chart)};
    std::size_t figures = 0;
    for (const std::size_t columns : layout.figures) figures += 1 + columns;
    if (layout.label + figures > width) layout.label = width - std::min(width - 1, figures);
    const std::size_t used = layout.label + 1 + figures;
    layout.bar = used < width ? width - used : 0;
    return layout;
}

std::string figures_text(const std::vector<std::string>& figures, const Layout& layout) {
    std::string text;
    for (std::size_t i = 0; i < figures.size(); ++i)
        text += " " + aligned_right(figures[i], layout.figures[i]);
    return text;
}

class ChartPrinter {
  public:
    ChartPrinter(Layout layout, const TextStyle& style, std::size_t width)
        : layout_(std::move(layout)), inks_(inks_of(style)), color_(style.color), width_(width) {}

    std::string headings(const std::vector<std::string>& headings) const {
        if (std::ranges::all_of(headings, &std::string::empty)) return {};
        const std::size_t gap = layout_.label + (layout_.bar > 0 ? layout_.bar + 1 : 0);
        return blanks(gap) + painted(figures_text(headings, layout_), inks_.aside.normal) + "\n";
    }

    std::string line(const BarLine& line) const {
        if (!line.remark.empty())
            return indented(wrap_text(line.remark, {}, width_, inks_.aside), "", "");
        const std::string label = cut_text(printable(line.label), layout_.label);
        std::string out = label + blanks(layout_.label - display_width(label));
        if (layout_.bar > 0) out += " " + bar(line);
        return out + figures_text(line.figures, layout_) + "\n";
    }

  private:
    std::string bar(const BarLine& line) const {
        const std::string text = bar_text(line.length, layout_.bar);
        const std::string rest = blanks(layout_.bar - display_width(text));
        if (!color_ || text.empty()) return text + rest;
        return painted(text, line.is_second ? second_series : first_series) + rest;
    }

    Layout layout_;
    TextInks inks_;
    bool color_;
    std::size_t width_;
};

}  // namespace

std::string render_bars(const BarChart& chart, const TextStyle& style) {
    const std::size_t width = std::max(style.width_columns, min_width_columns);
    const ChartPrinter printer(layout_of(chart, width), style, width);
    std::string text = printer.headings(chart.headings);
    for (const BarLine& line : chart.lines) text += printer.line(line);
    return text;
}

std::string bar_text(double length, std::size_t columns) {
    constexpr std::array<std::string_view, 8> eighths{"",       "\u258F", "\u258E", "\u258D",
                                                      "\u258C", "\u258B", "\u258A", "\u2589"};
    if (!(length > 0) || columns == 0) return {};
    const double exact = std::min(length, 1.0) * static_cast<double>(columns) * 8;
    const auto drawn = std::max<std::size_t>(1, static_cast<std::size_t>(std::lround(exact)));
    std::string bar;
    for (std::size_t i = 0; i < drawn / 8; ++i) bar += "\u2588";
    return bar + std::string(eighths[drawn % 8]);
}

std::string cut_text(std::string_view text, std::size_t columns) {
    if (display_width(text) <= columns) return std::string(text);
    std::size_t end = 0;
    while (end < text.size()) {
        const std::size_t next = cluster_end(text, end);
        if (display_width(text.substr(0, next)) + 1 > columns) break;
        end = next;
    }
    while (end > 0 && text[end - 1] == ' ') --end;
    return std::string(text.substr(0, end)) + std::string(ellipsis);
}

}  // namespace dateline
