#include "searcher/time_unit.hpp"

#include "corpus/date.hpp"
#include "tests/catch.hpp"

using namespace dateline;

namespace {

std::string label(TimeUnit unit, CalendarDay day) {
    return unit_label(unit, unit_number(unit, *day_number(day)));
}

}  // namespace

TEST_CASE("units of time are named as ISO 8601 has them") {
    CHECK(label(TimeUnit::day, {2020, 1, 5}) == "2020-01-05");
    CHECK(label(TimeUnit::month, {2020, 1, 5}) == "2020-01");
    CHECK(label(TimeUnit::quarter, {2020, 1, 5}) == "2020-Q1");
    CHECK(label(TimeUnit::quarter, {2020, 12, 31}) == "2020-Q4");
    CHECK(label(TimeUnit::year, {1999, 12, 31}) == "1999");
    CHECK(label(TimeUnit::week, {2020, 1, 5}) == "2020-W01");
    CHECK(label(TimeUnit::week, {2020, 1, 6}) == "2020-W02");
    CHECK(label(TimeUnit::week, {2019, 12, 30}) == "2020-W01");
    CHECK(label(TimeUnit::week, {2021, 1, 3}) == "2020-W53");
    CHECK(label(TimeUnit::week, {1969, 12, 28}) == "1969-W52");
    CHECK(label(TimeUnit::year, {1502, 3, 1}) == "1502");
}

TEST_CASE("units join without holes, and each day lies in its own") {
    for (const TimeUnit unit : all_time_units)
        for (Day day = *day_number({1890, 1, 1}); day < *day_number({2031, 1, 1}); ++day) {
            const std::int32_t number = unit_number(unit, day);
            const DayRange days = days_of(unit, number);
            REQUIRE((days.first <= day && day <= days.last));
            REQUIRE(days_of(unit, number + 1).first == days.last + 1);
            REQUIRE(unit_number(unit, days.last + 1) == number + 1);
        }
}

TEST_CASE("weeks are those that date texts name") {
    for (Day day = *day_number({2019, 12, 1}); day < *day_number({2028, 2, 1}); ++day) {
        const std::int32_t week = unit_number(TimeUnit::week, day);
        const DateReading read = read_date(unit_label(TimeUnit::week, week) + "-1", {.today = day});
        INFO(iso_day(day));
        REQUIRE(read.date.day == days_of(TimeUnit::week, week).first);
    }
}
