#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace dateline {

/// Days since 1970-01-01 in the proleptic Gregorian calendar.
using Day = std::int32_t;

struct CalendarDay {
    std::int32_t year = 1970;
    std::uint32_t month = 1;  ///< 1-12
    std::uint32_t day = 1;    ///< 1-31

    bool operator==(const CalendarDay&) const = default;
};

/// Defined for every Day.
CalendarDay calendar_day(Day day);
/// nullopt for a day that the calendar does not have.
std::optional<Day> day_number(CalendarDay day);
/// 28-31; `month` is 1-12.
std::uint32_t days_in_month(std::int32_t year, std::uint32_t month);
/// "2020-01-05"
std::string iso_day(Day day);
/// The local calendar day of the clock.
Day today_by_the_clock();

/// First and last day, both included. Open ends are the extreme values of Day.
struct DayRange {
    Day first = INT32_MIN;
    Day last = INT32_MAX;
    bool operator==(const DayRange&) const = default;
};

}  // namespace dateline
