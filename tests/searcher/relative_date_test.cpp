#include "searcher/relative_date.hpp"

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("periods are relative to today") {
    const Day today = *day_number({2021, 1, 3});  // a Sunday
    const auto reads = [&](const char* text, const char* first, const char* last) {
        const auto days = read_relative_period(text, today);
        INFO(text);
        REQUIRE(days);
        CHECK(iso_day(days->first) == first);
        CHECK(iso_day(days->last) == last);
    };
    reads("today", "2021-01-03", "2021-01-03");
    reads("Yesterday", "2021-01-02", "2021-01-02");
    reads("thisweek", "2020-12-28", "2021-01-03");
    reads("lastweek", "2020-12-21", "2020-12-27");
    reads("thismonth", "2021-01-01", "2021-01-31");
    reads("lastmonth", "2020-12-01", "2020-12-31");
    reads("thisyear", "2021-01-01", "2021-12-31");
    reads("lastyear", "2020-01-01", "2020-12-31");
    reads("0d", "2021-01-03", "2021-01-03");
    reads("30d", "2020-12-04", "2020-12-04");
    reads("2w", "2020-12-20", "2020-12-20");
    reads("13m", "2019-12-03", "2019-12-03");
    reads("1Y", "2020-01-03", "2020-01-03");
}

TEST_CASE("a month without the day gives its last") {
    const auto day = [](CalendarDay today, const char* text) {
        return iso_day(read_relative_period(text, *day_number(today))->first);
    };
    CHECK(day({2020, 3, 31}, "1m") == "2020-02-29");
    CHECK(day({2020, 2, 29}, "1y") == "2019-02-28");
    CHECK(day({2020, 2, 29}, "4y") == "2016-02-29");
}

TEST_CASE("other words are no periods") {
    for (const auto* text : {"", "d", "3", "-3d", "3x", "week", "3 d", "1000000d", "3.5d"}) {
        INFO(text);
        CHECK_FALSE(read_relative_period(text, 0));
        CHECK_FALSE(is_duration(text));
        CHECK_FALSE(duration_days(text));
    }
    CHECK(is_duration("30d"));
    CHECK_FALSE(is_duration("today"));
}

TEST_CASE("a duration has days, months and years as many as on average") {
    CHECK(duration_days("30d") == 30);
    CHECK(duration_days("2W") == 14);
    CHECK(duration_days("400y") == 146'097);
    CHECK(duration_days("4800m") == 146'097);
    CHECK(duration_days("0d") == 0);
}
