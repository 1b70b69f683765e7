#include "bench/line_plot.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <vector>

#include "searcher/bar_chart.hpp"
#include "searcher/timeline_plot.hpp"

namespace dateline {

namespace {

// Of the picture and of the plot in it, in its own units.
constexpr double width = 720;
constexpr double height = 420;
constexpr double left = 72;
constexpr double right = width - 170;
constexpr double top = 48;
constexpr double bottom = height - 56;
constexpr std::size_t most_ticks = 6;

// Of each line and of its points: a circle, a square, a triangle.
constexpr std::array colors{"#2166ac", "#d6604d", "#1b7837", "#8856a7", "#b8860b", "#4d4d4d"};

constexpr std::string_view style =
    "<style>\n"
    ".dateline-plot { color: #1c1c1c; font: 13px sans-serif; }\n"
    ".dateline-plot text { fill: currentColor; }\n"
    ".dateline-plot .ground { fill: #fff; }\n"
    ".dateline-plot .axis { stroke: currentColor; }\n"
    ".dateline-plot .grid { stroke: currentColor; stroke-opacity: 0.15; }\n"
    "@media (prefers-color-scheme: dark) {\n"
    ".dateline-plot { color: #e6e6e6; }\n"
    ".dateline-plot .ground { fill: #1b1b1b; }\n"
    "}\n"
    "</style>\n";

/// From 0 to the first of its steps that nothing is beyond.
struct Axis {
    double step = 1;
    double end = 1;
    std::vector<double> ticks;

    explicit Axis(double largest) {
        step = step_for(std::max(largest, 1e-9), most_ticks);
        const auto steps = std::max(1L, std::lround(std::ceil(largest / step - 1e-9)));
        for (long i = 0; i <= steps; ++i) ticks.push_back(static_cast<double>(i) * step);
        end = ticks.back();
    }
};

double largest_of(const LinePlot& plot, double std::pair<double, double>::*of) {
    double largest = 0;
    for (const PlotLine& line : plot.lines)
        for (const auto& point : line.points) largest = std::max(largest, point.*of);
    return largest;
}

std::string text_at(double x, double y, std::string_view anchor, std::string_view text) {
    return fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"{}\">{}</text>\n", x, y,
                       anchor, xml_text(text));
}

std::string stroke(double x1, double y1, double x2, double y2, std::string_view kind) {
    return fmt::format(
        "<line class=\"{}\" x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\"/>\n", kind, x1,
        y1, x2, y2);
}

std::string mark_at(double x, double y, std::size_t line) {
    const std::string_view color = colors[line % colors.size()];
    switch (line % 3) {
        case 0:
            return fmt::format("<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"4\" fill=\"{}\"/>\n", x, y,
                               color);
        case 1:
            return fmt::format(
                "<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"8\" height=\"8\" fill=\"{}\"/>\n", x - 4,
                y - 4, color);
        default:
            return fmt::format(
                "<polygon points=\"{:.1f},{:.1f} {:.1f},{:.1f} {:.1f},{:.1f}\" fill=\"{}\"/>\n", x,
                y - 5, x - 5, y + 4, x + 5, y + 4, color);
    }
}

class Drawing {
  public:
    explicit Drawing(const LinePlot& plot)
        : plot_(plot),
          x_(largest_of(plot, &std::pair<double, double>::first)),
          y_(largest_of(plot, &std::pair<double, double>::second)) {}

    std::string text() const {
        std::string out = fmt::format(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"dateline-plot\" viewBox=\"0 0 {0} "
            "{1}\" width=\"{0}\" height=\"{1}\" role=\"img\">\n<title>{2}</title>\n",
            width, height, xml_text(plot_.title));
        out += style;
        out += fmt::format("<rect class=\"ground\" width=\"{}\" height=\"{}\"/>\n", width, height);
        out += text_at(left, 24, "start", plot_.title) + axes();
        for (std::size_t line = 0; line < plot_.lines.size(); ++line) out += drawn(line);
        return out + "</svg>\n";
    }

  private:
    double x_of(double x) const { return left + (right - left) * x / x_.end; }
    double y_of(double y) const { return bottom - (bottom - top) * y / y_.end; }

    std::string axes() const {
        std::string out;
        for (const double x : x_.ticks)
            out += text_at(x_of(x), bottom + 18, "middle", fmt::format("{:g}", x));
        for (const double y : y_.ticks)
            out += text_at(left - 8, y_of(y) + 4, "end", fmt::format("{:g}", y)) +
                   stroke(left, y_of(y), right, y_of(y), "grid");
        return out + stroke(left, bottom, right, bottom, "axis") +
               stroke(left, top, left, bottom, "axis") +
               text_at((left + right) / 2, bottom + 40, "middle", plot_.x_name) +
               text_at(left - 56, top - 10, "start", plot_.y_name);
    }

    std::string drawn(std::size_t number) const {
        const PlotLine& line = plot_.lines[number];
        std::string places;
        std::string marks;
        for (const auto& [x, y] : line.points) {
            places += fmt::format("{:.1f},{:.1f} ", x_of(x), y_of(y));
            marks += mark_at(x_of(x), y_of(y), number);
        }
        const double key = top + 20.0 * static_cast<double>(number);
        return fmt::format(
                   "<polyline points=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"2\"/>\n",
                   places, colors[number % colors.size()]) +
               marks + mark_at(right + 20, key, number) +
               text_at(right + 32, key + 4, "start", line.name);
    }

    const LinePlot& plot_;
    Axis x_;
    Axis y_;
};

}  // namespace

std::string svg_of(const LinePlot& plot) { return Drawing(plot).text(); }

}  // namespace dateline
