#include "searcher/render_timeline.hpp"

#include <nlohmann/json.hpp>

#include "searcher/record_lines.hpp"
#include "tests/catch.hpp"

using namespace dateline;

namespace {

// Months from 2019-11 on.
Timeline months(const std::vector<TimelineBucket>& counts) {
    Timeline timeline{.unit = TimeUnit::month, .buckets = counts, .undated = {}};
    std::int32_t number = unit_number(TimeUnit::month, *day_number({2019, 11, 1}));
    for (TimelineBucket& bucket : timeline.buckets) {
        bucket.number = number++;
        bucket.days = days_of(TimeUnit::month, bucket.number);
    }
    return timeline;
}

TimelineBucket bucket(std::uint64_t articles, std::uint64_t archive, std::uint64_t compared = 0) {
    return {.number = 0,
            .days = {},
            .articles = articles,
            .compared = compared,
            .archive_articles = archive};
}

Timeline sample() {
    Timeline timeline = months({bucket(3, 40), bucket(12, 60, 4), bucket(0, 0), bucket(0, 0),
                                bucket(0, 0), bucket(0, 9), bucket(6, 7, 7), bucket(0, 5),
                                bucket(0, 5), bucket(0, 5), bucket(0, 5), bucket(1, 100)});
    timeline.undated = bucket(2, 20, 1);
    return timeline;
}

TimelineView view() { return {.query = "nato", .counts = "24 of 256 articles, all of 2 words"}; }

}  // namespace

TEST_CASE("a timeline at 40 columns") {
    CHECK(render_timeline(sample(), view(), {40, false}) ==
          R"(2019-11 ███████▎                       3
2019-12 █████████████████████████████ 12
archive holds no articles for 2020-01 to
2020-03 (3 months)
2020-04                                0
2020-05 ██████████████▌                6
no match in 2020-06 to 2020-09 (4
months)
2020-10 ██▍                            1
undated                                2

24 of 256 articles, all of 2 words; by
month
)");
}

TEST_CASE("a timeline at 80 columns") {
    CHECK(render_timeline(sample(), view(), {80, false}) ==
          R"(2019-11 █████████████████▎                                                     3
2019-12 █████████████████████████████████████████████████████████████████████ 12
archive holds no articles for 2020-01 to 2020-03 (3 months)
2020-04                                                                        0
2020-05 ██████████████████████████████████▌                                    6
no match in 2020-06 to 2020-09 (4 months)
2020-10 █████▊                                                                 1
undated                                                                        2

24 of 256 articles, all of 2 words; by month
)");
}

TEST_CASE("a timeline of shares at 60 columns") {
    TimelineView shares = view();
    shares.is_normalized = true;
    CHECK(render_timeline(sample(), shares, {60, false}) ==
          R"(                                             articles  share
2019-11 ██▊                                         3  7.5 %
2019-12 ███████▎                                   12 20.0 %
archive holds no articles for 2020-01 to 2020-03 (3 months)
2020-04                                             0  0.0 %
2020-05 ██████████████████████████████▉             6 85.7 %
no match in 2020-06 to 2020-09 (4 months)
2020-10 ▍                                           1  1.0 %
undated                                             2 10.0 %

24 of 256 articles, all of 2 words; by month, bars by share
of the archive
)");
}

TEST_CASE("two queries at 40 columns") {
    TimelineView both = view();
    both.compare = "iraq";
    both.compared_counts = "12 of 256 articles";
    CHECK(render_timeline(sample(), both, {40, false}) ==
          R"(2019-11 A ██████▊                      3
        B                              0
2019-12 A ███████████████████████████ 12
        B █████████                    4
archive holds no articles for 2020-01 to
2020-03 (3 months)
2020-04 A                              0
        B                              0
2020-05 A █████████████▌               6
        B ███████████████▊             7
no match in 2020-06 to 2020-09 (4
months)
2020-10 A ██▎                          1
        B                              0
undated A                              2
        B                              1

A nato: 24 of 256 articles, all of 2
words; B iraq: 12 of 256 articles; by
month
)");
}

TEST_CASE("a timeline of undated articles alone") {
    Timeline timeline;
    timeline.undated = bucket(2, 20);
    CHECK(render_timeline(timeline, {.query = "nato", .counts = "2 of 20 articles"}, {30, false}) ==
          R"(undated                      2

2 of 20 articles
)");
}

TEST_CASE("records of a timeline in jsonl and csv") {
    Timeline timeline = months({bucket(3, 40), bucket(0, 0)});
    timeline.undated = bucket(2, 3);
    const auto records = timeline_records(timeline, view());
    CHECK(
        jsonl_text(records) ==
        R"({"from":"2019-11-01","to":"2019-11-30","articles":3,"archive_articles":40,"share":0.075}
{"from":"2019-12-01","to":"2019-12-31","articles":0,"archive_articles":0,"share":null}
{"from":null,"to":null,"articles":2,"archive_articles":3,"share":0.666667}
)");
    CHECK(csv_text(records) ==
          "from,to,articles,archive_articles,share\r\n"
          "2019-11-01,2019-11-30,3,40,0.075\r\n"
          "2019-12-01,2019-12-31,0,0,\r\n"
          ",,2,3,0.666667\r\n");
}

TEST_CASE("records of two queries name the other one's numbers") {
    TimelineView both = view();
    both.compare = "iraq";
    CHECK(
        jsonl_text(timeline_records(months({bucket(3, 40, 10)}), both)) ==
        R"({"from":"2019-11-01","to":"2019-11-30","articles":3,"archive_articles":40,"share":0.075,"compare_articles":10,"compare_share":0.25}
)");
}

TEST_CASE("a bucket that the query cuts is named by its days") {
    TimelineBucket cut = months({bucket(1, 1)}).buckets[0];
    CHECK(bucket_name(TimeUnit::month, cut) == "2019-11");
    cut.days.first += 14;
    CHECK(bucket_name(TimeUnit::month, cut) == "2019-11-15 to 2019-11-30");
}

TEST_CASE("shares have as many decimals as tell them apart") {
    CHECK(ShareText(0.857)(0.0104) == "1.0 %");
    CHECK(ShareText(0.05)(0.0104) == "1.04 %");
    CHECK(ShareText(0.0005)(0.00041) == "0.0410 %");
    CHECK(ShareText(1)(1) == "100.0 %");
    CHECK(ShareText(1e-12)(0) == "0.000000 %");
    CHECK(share_of(1, 0) == 0);
}
