#pragma once

#include <string>
#include <utility>
#include <vector>

namespace dateline {

/// A figure that grows with another.
struct PlotLine {
    std::string name;
    std::vector<std::pair<double, double>> points;  ///< x ascending; none below 0
};

struct LinePlot {
    std::string title;
    std::string x_name;
    std::string y_name;
    std::vector<PlotLine> lines;
};

/// A self-contained SVG picture, both axes from 0, for light and dark pages; lines are told apart
/// by colour and by the mark of their points.
std::string svg_of(const LinePlot& plot);

}  // namespace dateline
