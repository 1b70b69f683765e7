#include "searcher/timeline_plot.hpp"

#include <pugixml.hpp>

#include "tests/catch.hpp"
#include "tests/searcher/made_news.hpp"
#include "tests/searcher/shown_text.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

pugi::xml_document parsed(const std::string& svg) {
    pugi::xml_document document;
    const pugi::xml_parse_result result =
        document.load_buffer(svg.data(), svg.size(), pugi::parse_full, pugi::encoding_utf8);
    INFO(svg);
    REQUIRE(result.status == pugi::status_ok);
    return document;
}

std::size_t count(const pugi::xml_document& document, const std::string& path) {
    return document.select_nodes(path.c_str()).size();
}

}  // namespace

TEST_CASE("a plot has as many bars as the timeline has buckets, and says what it shows") {
    const SampleIndex sample(made_news(10, 80));
    const AskedIndex index(sample, "war");
    const AskedSet other({}, index.index, "talks", {});
    for (const TimeUnit unit : all_time_units)
        for (const bool is_normalized : {false, true})
            for (const bool is_compared : {false, true}) {
                TimelineView view{.query = "war", .is_normalized = is_normalized};
                if (is_compared) view.compare = "talks";
                const Timeline timeline =
                    make_timeline(index.asked, is_compared ? &other : nullptr, {.unit = unit});
                const auto plot = parsed(timeline_plot(timeline, view));
                const std::size_t buckets = timeline.buckets.size();
                CHECK(count(plot, "//rect[@class='bar first']") == buckets);
                CHECK(count(plot, "//rect[@class='bar second']") == (is_compared ? buckets : 0));
                CHECK(count(plot, "//rect[@class='bar first']/title") == buckets);
                const auto gaps = std::ranges::count_if(timeline.buckets, [](const auto& bucket) {
                    return bucket.archive_articles == 0;
                });
                CHECK(count(plot, "//rect[@class='gap']") == static_cast<std::size_t>(gaps));
                CHECK(count(plot, "/svg/title") == 1);
                CHECK(count(plot, "/svg/desc") == 1);
                CHECK(count(plot, "//script | //image | //use | //@href") == 0);
                CHECK(count(plot, "//text[.='" + std::string(name_of(unit)) + "']") == 1);
            }
}

TEST_CASE("bars are as high as their numbers and stay inside the plot") {
    const SampleIndex sample(made_news(11, 80));
    const AskedIndex index(sample, "war");
    const Timeline timeline = make_timeline(index.asked, nullptr, {.unit = TimeUnit::year});
    const auto plot = parsed(timeline_plot(timeline, {.query = "war"}));
    const auto bars = plot.select_nodes("//rect[@class='bar first']");
    double each = 0;
    for (std::size_t i = 0; i < timeline.buckets.size(); ++i) {
        const pugi::xml_node bar = bars[i].node();
        const double height = bar.attribute("height").as_double();
        if (const auto articles = timeline.buckets[i].articles; articles > 0) {
            if (each == 0) each = height / static_cast<double>(articles);
            CHECK(height == Approx(each * static_cast<double>(articles)).margin(0.05));
        }
        CHECK(height <= 420 - 56 - 76 + 0.01);
        CHECK(bar.attribute("x").as_double() >= 72);
    }
}

TEST_CASE("whatever a query holds, a plot is well-formed") {
    CHECK(xml_text("a<b> & \"c\"") == "a&lt;b&gt; &amp; &quot;c&quot;");
    CHECK(xml_text("a\x1b[2J\u009B\uFFFF\xff") == "a[2J\uFFFD\uFFFD");
    RandomProse prose(12);
    for (int i = 0; i < 100; ++i) {
        const TimelineView view{.query = prose.text(9) + "<&\">", .compare = prose.text(40)};
        Timeline timeline;
        timeline.undated.articles = 1;
        if (prose.below(2) == 0)
            timeline.buckets.push_back({.number = 2020, .days = {18262, 18627}});
        parsed(timeline_plot(timeline, view));
    }
}

TEST_CASE("ticks are round numbers") {
    CHECK(step_for(100, 5) == 20);
    CHECK(step_for(101, 5) == 50);
    CHECK(step_for(3, 6) == 0.5);
    CHECK(step_for(6, 6) == 1);
    CHECK(step_for(6001, 6) == 2000);
}
