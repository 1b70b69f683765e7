#include "bench/line_plot.hpp"

#include <pugixml.hpp>

#include "tests/catch.hpp"

using namespace dateline;

namespace {

std::vector<std::pair<double, double>> points_of(const std::string& svg, std::size_t line) {
    pugi::xml_document document;
    REQUIRE(document.load_string(svg.c_str()));
    auto drawn = document.child("svg").children("polyline").begin();
    std::advance(drawn, static_cast<std::ptrdiff_t>(line));
    std::istringstream in(drawn->attribute("points").value());
    std::vector<std::pair<double, double>> points;
    char comma = 0;
    for (double x = 0, y = 0; in >> x >> comma >> y;) points.emplace_back(x, y);
    return points;
}

}  // namespace

TEST_CASE("a plot is a picture whose lines rise where figures do") {
    const LinePlot plot{"Index & search <1>",
                        "GB",
                        "ms",
                        {{"p50", {{1, 2}, {2, 4}, {8, 16}}}, {"p99", {{1, 30}, {2, 20}, {8, 20}}}}};
    const std::string svg = svg_of(plot);
    const auto first = points_of(svg, 0);
    REQUIRE(first.size() == 3);
    // In proportion: x from the left, y upwards.
    CHECK((first[2].first - first[0].first) / (first[1].first - first[0].first) ==
          Approx(7).epsilon(0.02));
    CHECK((first[0].second - first[2].second) / (first[0].second - first[1].second) ==
          Approx(7).epsilon(0.05));
    const auto second = points_of(svg, 1);
    CHECK(second[0].second < second[1].second);
    CHECK(second[1].second == second[2].second);
    CHECK(svg.find("Index &amp; search &lt;1&gt;") != std::string::npos);
    CHECK(svg.find("p99</text>") != std::string::npos);
}

TEST_CASE("a plot of nothing, and one of noughts, is a picture too") {
    for (const LinePlot& plot : {LinePlot{}, LinePlot{"", "", "", {{"a", {{0, 0}}}, {"b", {}}}}}) {
        pugi::xml_document document;
        CHECK(document.load_string(svg_of(plot).c_str()));
        CHECK(svg_of(plot).find("nan") == std::string::npos);
        CHECK(svg_of(plot).find("inf") == std::string::npos);
    }
}
