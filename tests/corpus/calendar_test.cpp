#include "corpus/calendar.hpp"

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("every day of 1500 to 2100 follows the one before it and has its own number") {
    Day expected = *day_number({1500, 1, 1});
    for (std::int32_t year = 1500; year <= 2100; ++year)
        for (std::uint32_t month = 1; month <= 12; ++month)
            for (std::uint32_t day = 1; day <= days_in_month(year, month); ++day, ++expected)
                if (day_number({year, month, day}) != expected ||
                    calendar_day(expected) != CalendarDay{year, month, day})
                    FAIL(year << '-' << month << '-' << day << " is not day " << expected);
    CHECK(calendar_day(expected) == CalendarDay{2101, 1, 1});
}

TEST_CASE("day 0 is 1 January 1970") {
    CHECK(day_number({1970, 1, 1}) == 0);
    CHECK(day_number({2020, 1, 5}) == 18266);
    CHECK(iso_day(-1) == "1969-12-31");
}

TEST_CASE("the calendar knows leap years and refuses days that it does not have") {
    CHECK(day_number({2000, 2, 29}));
    CHECK(day_number({2020, 2, 29}));
    CHECK_FALSE(day_number({1900, 2, 29}));
    CHECK_FALSE(day_number({2019, 2, 29}));
    CHECK_FALSE(day_number({2020, 2, 31}));
    CHECK_FALSE(day_number({2020, 0, 1}));
    CHECK_FALSE(day_number({2020, 13, 1}));
    CHECK_FALSE(day_number({2020, 1, 0}));
}

TEST_CASE("the extreme values of Day, open ends of ranges, have a calendar day too") {
    for (const Day day : {INT32_MIN, INT32_MAX}) CHECK(day_number(calendar_day(day)) == day);
}
