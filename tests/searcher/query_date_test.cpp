#include "searcher/query_date.hpp"

#include "tests/catch.hpp"
#include "tests/searcher/query_texts.hpp"

using namespace dateline;
using test::failure_of;

namespace {

Day day(std::int32_t year, std::uint32_t month, std::uint32_t number) {
    return *day_number({year, month, number});
}

DateCondition condition_of(std::string_view name, std::string_view value) {
    return read_date_condition(value, name, {0, static_cast<std::uint32_t>(value.size())},
                               std::nullopt);
}

DayRange days_of(std::string_view name, std::string_view value) {
    return condition_of(name, value).days;
}

}  // namespace

TEST_CASE("imprecise ends span whole periods") {
    CHECK(days_of("date", "2020") == DayRange{day(2020, 1, 1), day(2020, 12, 31)});
    CHECK(days_of("date", "2020-02") == DayRange{day(2020, 2, 1), day(2020, 2, 29)});
    CHECK(days_of("date", "2019-12..2020") == DayRange{day(2019, 12, 1), day(2020, 12, 31)});
    CHECK(days_of("date", "..2001") == DayRange{INT32_MIN, day(2001, 12, 31)});
    CHECK(days_of("date", "2001..") == DayRange{day(2001, 1, 1), INT32_MAX});
}

TEST_CASE("quotes may stand around a date or a whole range") {
    const DayRange days{day(2020, 1, 5), day(2020, 1, 7)};
    CHECK(days_of("date", "\"5 January 2020\"..\"7 January 2020\"") == days);
    CHECK(days_of("date", "\"5 January 2020 .. 7 January 2020\"") == days);
    CHECK(days_of("on", "\u201C5 January 2020\u201D..2020-01-07") == days);
}

TEST_CASE("after and before leave the period itself out") {
    CHECK(days_of("after", "2020-01") == DayRange{day(2020, 2, 1), INT32_MAX});
    CHECK(days_of("before", "2020-01-05") == DayRange{INT32_MIN, day(2020, 1, 4)});
}

TEST_CASE("undated articles have a condition of their own") {
    CHECK(condition_of("date", "none").undated_only);
    CHECK(date_text({{}, true}) == "date:none");
    CHECK(failure_of("after:none"));
}

TEST_CASE("the text of a condition reads back as the same days") {
    for (Day first = day(1, 1, 1); first < day(9999, 1, 1); first += 99991) {
        for (const DayRange days : {DayRange{first, first}, DayRange{first, first + 400},
                                    DayRange{INT32_MIN, first}, DayRange{first, INT32_MAX}}) {
            const std::string text = date_text({days, false}).substr(5);
            INFO(text);
            REQUIRE(days_of("date", text) == days);
        }
    }
}

TEST_CASE("what is not a date is refused where it stands") {
    CHECK(failure_of("x date:2020-13")->column == 7);
    CHECK(failure_of("date:2020..2020-02-31")->column == 11);
    CHECK(failure_of("date:\"5 Janury 2020\"")->column == 6);
    CHECK(failure_of("date:..")->column == 5);
    CHECK(failure_of("date:2021..2020")->column == 5);
    CHECK(failure_of("date:\"\""));
    CHECK(failure_of("date:\"2020"));
    CHECK(failure_of("after:2019..2020"));
    for (const auto* relative : {"date:30d..", "date:lastweek", "date:today", "date:None"}) {
        CHECK(failure_of(relative)->message.find("is not a date") != std::string::npos);
    }
    CHECK_THROWS_AS(parse_query("date:30d", 18'000), Error);
    CHECK_THROWS_AS(parse_query("date:100000y..", 18'000), Error);
    CHECK(failure_of("after:9999"));
    CHECK(failure_of("before:0001"));
}

TEST_CASE("dates may be relative to today") {
    const Day today = *day_number({2020, 3, 31});
    const auto same = [&](const char* relative, const char* absolute) {
        INFO(relative);
        CHECK(parse_query(relative, today) == parse_query(absolute));
    };
    same("date:today", "date:2020-03-31");
    same("date:lastweek", "date:2020-03-23..2020-03-29");
    same("date:30d..", "date:2020-03-01..");
    same("date:2m..1m", "date:2020-01-31..2020-02-29");
    same("before:thisyear", "before:2020");
    same("after:1y", "after:2019-03-31");
}

TEST_CASE("ranges as other services write them are refused with ours") {
    const auto hint_of = [](const char* query) { return failure_of(query)->hint; };
    CHECK(hint_of("date:[2019 TO 2020]").starts_with("a range is FROM..TO"));
    CHECK(hint_of("date:>2019").starts_with("write after:2019"));
    CHECK(hint_of("date:<=2019").starts_with("write before:2019"));
    CHECK(hint_of("date:2019-2020") == "a range is written 2019..2020");
    CHECK(hint_of("date:2019...2020").starts_with("two points"));
    CHECK(hint_of("date:2020-02-30").starts_with("dates are"));
}
