#include "searcher/bar_chart.hpp"

#include "tests/catch.hpp"
#include "tests/searcher/shown_text.hpp"

using namespace dateline;
using namespace dateline::test;

TEST_CASE("bars are drawn to an eighth of a column") {
    CHECK(bar_text(0, 10).empty());
    CHECK(bar_text(1, 3) == "███");
    CHECK(bar_text(0.5, 3) == "█▌");
    CHECK(bar_text(1e-9, 3) == "▏");
    CHECK(bar_text(7.0 / 8, 1) == "▉");
    CHECK(bar_text(7, 2) == "██");
    CHECK(bar_text(0.5, 0).empty());
    for (int eighths = 1; eighths <= 80; ++eighths)
        REQUIRE(display_width(bar_text(eighths / 80.0, 10)) ==
                static_cast<std::size_t>(eighths + 7) / 8);
}

TEST_CASE("texts are cut between characters, as a terminal measures them") {
    CHECK(cut_text("Baghdad", 7) == "Baghdad");
    CHECK(cut_text("Baghdad", 6) == "Baghd…");
    CHECK(cut_text("New York", 5) == "New…");
    CHECK(cut_text("北京市政府", 6) == "北京…");
    CHECK(cut_text("北京市政府", 5) == "北京…");
    CHECK(cut_text("cafe\u0301s", 5) == "cafe\u0301s");
    CHECK(cut_text("cafe\u0301 noir", 5) == "cafe\u0301…");
    CHECK(cut_text("Baghdad", 1) == "…");
}

TEST_CASE("a chart at 40 columns") {
    const BarChart chart{
        {"articles", "share"},
        {{.label = "Reuters", .length = 1, .figures = {"1234", "50.0 %"}},
         {.label = "The Daily Telegraph of Sydney", .length = 0.5, .figures = {"617", "25.0 %"}},
         {.label = "北京日报", .length = 0.01, .figures = {"12", "0.5 %"}},
         {.remark = "archive holds no articles for 1998-03 to 1998-07"},
         {.label = "none", .figures = {"0", "0.0 %"}}}};
    CHECK(render_bars(chart, {40, false}) == R"(                         articles  share
Reuters          ███████     1234 50.0 %
The Daily Teleg… ███▌         617 25.0 %
北京日报         ▏             12  0.5 %
archive holds no articles for 1998-03 to
1998-07
none                            0  0.0 %
)");
}

TEST_CASE("a chart at 120 and at 20 columns") {
    const BarChart chart{
        {""},
        {{.label = "Reuters", .length = 1, .figures = {"1234"}},
         {.label = "The Daily Telegraph of Sydney", .length = 0.5, .figures = {"617"}}}};
    CHECK(
        render_bars(chart, {120, false}) ==
        R"(Reuters                       █████████████████████████████████████████████████████████████████████████████████████ 1234
The Daily Telegraph of Sydney ██████████████████████████████████████████▌                                            617
)");
    CHECK(render_bars(chart, {20, false}) == R"(Reuters    ████ 1234
The Daily… ██    617
)");
}

TEST_CASE("a chart in colour") {
    const BarChart chart{{""},
                         {{.label = "a", .length = 1, .figures = {"2"}},
                          {.label = "b", .length = 0.5, .figures = {"1"}, .is_second = true},
                          {.label = "c", .figures = {"0"}},
                          {.remark = "nothing"}}};
    CHECK(render_bars(chart, {20, true}) ==
          "a \x1b[36m████████████████\x1b[0m 2\n"
          "b \x1b[33m████████\x1b[0m         1\n"
          "c                  0\n"
          "\x1b[2mnothing\x1b[0m\n");
}

TEST_CASE("no line of a chart is wider than the terminal, and nothing acts on it") {
    RandomProse prose(9);
    for (int i = 0; i < 300; ++i) {
        BarChart chart{{""}, {}};
        for (std::size_t lines = prose.below(6); lines > 0; --lines) {
            BarLine line{.label = prose.text(prose.below(6)),
                         .length = static_cast<double>(prose.below(100)) / 99,
                         .figures = {std::to_string(prose.below(100000))}};
            if (prose.below(5) == 0) line = {.remark = prose.text(1 + prose.below(20))};
            chart.lines.push_back(std::move(line));
        }
        const std::size_t width = 20 + prose.below(100);
        const std::string text = render_bars(chart, {width, true});
        for (const std::string& line : lines_of(text)) {
            const std::string plain = without_color(line);
            INFO(plain);
            REQUIRE(plain == printable(plain));
            REQUIRE(display_width(plain) <= width);
        }
        REQUIRE(without_color(text) == render_bars(chart, {width, false}));
    }
}
