#include "searcher/time_unit.hpp"

#include <fmt/format.h>

namespace dateline {

namespace {

// 1970-01-01 was a Thursday: week 0 begins on the Monday before.
constexpr Day days_before_thursday = 3;

std::int32_t floor_divided(std::int32_t number, std::int32_t by) {
    return number / by - (number % by < 0);
}

std::int32_t month_number(Day day) {
    const CalendarDay date = calendar_day(day);
    return date.year * 12 + static_cast<std::int32_t>(date.month) - 1;
}

Day first_of_month(std::int32_t number) {
    const std::int32_t year = floor_divided(number, 12);
    return *day_number({year, static_cast<std::uint32_t>(number - year * 12) + 1, 1});
}

std::int32_t months_in(TimeUnit unit) {
    return unit == TimeUnit::month ? 1 : unit == TimeUnit::quarter ? 3 : 12;
}

std::string week_label(std::int32_t number) {
    const Day thursday = number * 7;
    const std::int32_t year = calendar_day(thursday).year;
    const Day day_of_year = thursday - *day_number({year, 1, 1});
    return fmt::format("{:04}-W{:02}", year, day_of_year / 7 + 1);
}

}  // namespace

std::string_view name_of(TimeUnit unit) {
    constexpr std::array<std::string_view, 5> names{"day", "week", "month", "quarter", "year"};
    return names[static_cast<std::size_t>(unit)];
}

std::int32_t unit_number(TimeUnit unit, Day day) {
    if (unit == TimeUnit::day) return day;
    if (unit == TimeUnit::week) return floor_divided(day + days_before_thursday, 7);
    return floor_divided(month_number(day), months_in(unit));
}

DayRange days_of(TimeUnit unit, std::int32_t number) {
    if (unit == TimeUnit::day) return {number, number};
    if (unit == TimeUnit::week) {
        const Day monday = number * 7 - days_before_thursday;
        return {monday, monday + 6};
    }
    const std::int32_t months = months_in(unit);
    return {first_of_month(number * months), first_of_month((number + 1) * months) - 1};
}

std::string unit_label(TimeUnit unit, std::int32_t number) {
    if (unit == TimeUnit::week) return week_label(number);
    const Day first = days_of(unit, number).first;
    const CalendarDay date = calendar_day(first);
    switch (unit) {
        case TimeUnit::month:
            return fmt::format("{:04}-{:02}", date.year, date.month);
        case TimeUnit::quarter:
            return fmt::format("{:04}-Q{}", date.year, (date.month + 2) / 3);
        case TimeUnit::year:
            return fmt::format("{:04}", date.year);
        default:
            return iso_day(first);
    }
}

}  // namespace dateline
