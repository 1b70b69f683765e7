#include "searcher/relative_date.hpp"

#include <algorithm>
#include <charconv>
#include <string>

#include "corpus/ascii.hpp"

namespace dateline {

namespace {

constexpr std::uint32_t longest = 100'000;
constexpr double days_each_year = 365.2425;  // of the Gregorian calendar

struct Duration {
    std::uint32_t count = 0;
    char unit = 'd';
};

std::optional<Duration> read_duration(std::string_view text) {
    if (text.size() < 2) return std::nullopt;
    Duration duration;
    duration.unit = lower_ascii(text.substr(text.size() - 1))[0];
    const char* const end = text.data() + text.size() - 1;
    const auto [at, failure] = std::from_chars(text.data(), end, duration.count);
    const bool is_number = failure == std::errc() && at == end && is_ascii_digit(text[0]);
    const bool has_unit = std::string_view("dwmy").find(duration.unit) != std::string_view::npos;
    if (!is_number || !has_unit || duration.count > longest) return std::nullopt;
    return duration;
}

// Months may be any number, also below 1.
Day day_in_month(std::int32_t year, std::int32_t month, std::uint32_t day) {
    const std::int32_t months = year * 12 + month - 1;
    const std::int32_t in_year = (months % 12 + 12) % 12;
    const std::int32_t of_year = (months - in_year) / 12;
    const auto number = static_cast<std::uint32_t>(in_year + 1);
    return *day_number({of_year, number, std::min(day, days_in_month(of_year, number))});
}

Day before(Day today, Duration duration) {
    const auto count = static_cast<std::int32_t>(duration.count);
    const CalendarDay date = calendar_day(today);
    const auto month = static_cast<std::int32_t>(date.month);
    switch (duration.unit) {
        case 'w':
            return today - 7 * count;
        case 'm':
            return day_in_month(date.year, month - count, date.day);
        case 'y':
            return day_in_month(date.year - count, month, date.day);
        default:
            return today - count;
    }
}

DayRange week_of(Day day) {
    // 1970-01-01 was a Thursday.
    const Day since_monday = ((day + 3) % 7 + 7) % 7;
    return {day - since_monday, day - since_monday + 6};
}

DayRange month_of(std::int32_t year, std::int32_t month) {
    return {day_in_month(year, month, 1), day_in_month(year, month, 31)};
}

DayRange year_of(std::int32_t year) {
    return {day_in_month(year, 1, 1), day_in_month(year, 12, 31)};
}

}  // namespace

bool is_duration(std::string_view text) { return read_duration(text).has_value(); }

std::optional<double> duration_days(std::string_view text) {
    const std::optional<Duration> duration = read_duration(text);
    if (!duration) return std::nullopt;
    switch (duration->unit) {
        case 'w':
            return 7.0 * duration->count;
        case 'm':
            return days_each_year / 12 * duration->count;
        case 'y':
            return days_each_year * duration->count;
        default:
            return duration->count;
    }
}

std::optional<DayRange> read_relative_period(std::string_view text, Day today) {
    const CalendarDay date = calendar_day(today);
    const auto month = static_cast<std::int32_t>(date.month);
    const std::string name = lower_ascii(text);
    if (name == "today") return DayRange{today, today};
    if (name == "yesterday") return DayRange{today - 1, today - 1};
    if (name == "thisweek") return week_of(today);
    if (name == "lastweek") return week_of(today - 7);
    if (name == "thismonth") return month_of(date.year, month);
    if (name == "lastmonth") return month_of(date.year, month - 1);
    if (name == "thisyear") return year_of(date.year);
    if (name == "lastyear") return year_of(date.year - 1);
    if (const auto duration = read_duration(text)) {
        const Day day = before(today, *duration);
        return DayRange{day, day};
    }
    return std::nullopt;
}

}  // namespace dateline
