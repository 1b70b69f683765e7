#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/render.hpp"

namespace dateline {

/// A line of a chart: a name, a bar, figures; or a remark between such lines.
struct BarLine {
    std::string label{};
    double length = 0;                   ///< of the bar: 0 to 1
    std::vector<std::string> figures{};  ///< as many as the chart has; of a remark none
    std::string remark{};                ///< in place of all that, where it is not empty
    bool is_second = false;              ///< its bar belongs to the second of two series
};

/// Bars for people, one below the other.
struct BarChart {
    std::vector<std::string> headings;  ///< of the figures; no line for them where all are empty
    std::vector<BarLine> lines;
};

/// Lines with a newline each, none wider than the style says (20 columns and up): names at the
/// left, cut with an ellipsis where they take more than two fifths of it; figures below one another
/// at the right edge; bars between. Bars are block elements in UTF-8, whatever the locale; one that
/// is longer than nothing shows at least an eighth of a column. Nothing acts on a terminal.
std::string render_bars(const BarChart& chart, const TextStyle& style);

/// A bar of so many columns: U+2588, and for what is left U+2589 to U+258F.
std::string bar_text(double length, std::size_t columns);

/// The text in at most so many columns (1 and up), its end left out for an ellipsis.
std::string cut_text(std::string_view text, std::size_t columns);

}  // namespace dateline
