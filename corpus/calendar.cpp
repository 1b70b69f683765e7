#include "corpus/calendar.hpp"

#include <fmt/format.h>

#include <array>
#include <ctime>

namespace dateline {

namespace {

// The Gregorian calendar repeats every 400 years ("era"), counted here from 0000-03-01, so that a
// leap day is the last of its year. After H. Hinnant, "chrono-compatible low-level date
// algorithms".
constexpr std::int64_t days_per_era = 146097;
constexpr std::int64_t era_start_to_1970 = 719468;

constexpr std::int64_t floor_divide(std::int64_t value, std::int64_t by) {
    return (value >= 0 ? value : value - by + 1) / by;
}

std::int64_t days_from_calendar(CalendarDay date) {
    const std::int64_t year = std::int64_t{date.year} - (date.month <= 2 ? 1 : 0);
    const std::int64_t era = floor_divide(year, 400);
    const std::int64_t year_of_era = year - era * 400;
    const std::int64_t month_from_march = (date.month + 9) % 12;
    const std::int64_t day_of_year = (153 * month_from_march + 2) / 5 + date.day - 1;
    const std::int64_t day_of_era =
        year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * days_per_era + day_of_era - era_start_to_1970;
}

bool is_leap_year(std::int32_t year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

}  // namespace

CalendarDay calendar_day(Day day) {
    const std::int64_t shifted = day + era_start_to_1970;
    const std::int64_t era = floor_divide(shifted, days_per_era);
    const std::int64_t day_of_era = shifted - era * days_per_era;
    const std::int64_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const std::int64_t day_of_year =
        day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const std::int64_t month_from_march = (5 * day_of_year + 2) / 153;
    const std::int64_t month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
    return {static_cast<std::int32_t>(era * 400 + year_of_era + (month <= 2 ? 1 : 0)),
            static_cast<std::uint32_t>(month),
            static_cast<std::uint32_t>(day_of_year - (153 * month_from_march + 2) / 5 + 1)};
}

std::uint32_t days_in_month(std::int32_t year, std::uint32_t month) {
    constexpr std::array<std::uint32_t, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap_year(year) ? 29 : days[month - 1];
}

std::optional<Day> day_number(CalendarDay day) {
    if (day.month < 1 || day.month > 12) return std::nullopt;
    if (day.day < 1 || day.day > days_in_month(day.year, day.month)) return std::nullopt;
    const std::int64_t number = days_from_calendar(day);
    if (number < INT32_MIN || number > INT32_MAX) return std::nullopt;
    return static_cast<Day>(number);
}

std::string iso_day(Day day) {
    const CalendarDay date = calendar_day(day);
    return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

Day today_by_the_clock() {
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    localtime_r(&now, &local);
    return static_cast<Day>(
        days_from_calendar({local.tm_year + 1900, static_cast<std::uint32_t>(local.tm_mon) + 1,
                            static_cast<std::uint32_t>(local.tm_mday)}));
}

}  // namespace dateline
