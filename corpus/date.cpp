#include "corpus/date.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "corpus/date_fields.hpp"
#include "corpus/date_notation.hpp"
#include "corpus/date_words.hpp"
#include "corpus/date_zone.hpp"
#include "corpus/trimmed.hpp"

namespace dateline {

namespace {

constexpr std::int32_t first_year = 1500;
constexpr std::int64_t seconds_per_day = 86400;

std::optional<DateFields> fields_of(std::string_view raw) {
    const std::string_view bare = bare_date(raw);
    const std::optional<std::string> of_week = week_date_in_calendar(bare);
    return read_date_fields(of_week ? *of_week : bare);
}

// Two digits are a year only in RFC 822, by the rule of RFC 2822 section 4.3.
std::optional<std::int32_t> year_of(const DateFields& fields) {
    if (!fields.year) return std::nullopt;
    const std::int32_t value = fields.year->value;
    if (fields.year->has_four_digits) return value;
    if (!fields.is_mail_day || !fields.time) return std::nullopt;
    return value + (value < 50 ? 2000 : 1900);
}

// A year of two digits is of the century that the options name.
DateFields with_century(DateFields fields, std::int32_t first_short_year) {
    if (first_short_year == 0 || !fields.year || fields.year->has_four_digits) return fields;
    const std::int32_t offset = (fields.year->value + 100 - first_short_year % 100) % 100;
    fields.year = PrintedYear{first_short_year + offset};
    return fields;
}

// The roles of 5/1/2020 where the order or the numbers tell them. A stated order is kept to, even
// where only the other one would give a date.
std::optional<DateFields> with_roles(DateFields fields, DateOrder order) {
    if (!fields.numbers) return fields;
    const auto [first, second] = *fields.numbers;
    const bool is_stated = order == DateOrder::day_month_year || order == DateOrder::month_day_year;
    const bool may_be_either = std::min(first, second) >= 1 && std::max(first, second) <= 12;
    if (!is_stated && may_be_either && first != second) return std::nullopt;
    const bool is_month_first =
        is_stated ? order == DateOrder::month_day_year : second > 12 && first <= 12;
    fields.month = is_month_first ? first : second;
    fields.day = is_month_first ? second : first;
    return fields;
}

// Seconds after midnight; 24:00 is the end of the day. A leap second counts as the one before it.
std::optional<std::int64_t> second_of_day(const ClockTime& time) {
    const bool has_half = time.half != HalfDay::none;
    if (time.hour == 24 && time.minute == 0 && time.second == 0 && !has_half)
        return seconds_per_day;
    if (time.hour > 23 || time.minute > 59 || (has_half && (time.hour < 1 || time.hour > 12)))
        return std::nullopt;
    const std::uint32_t hour =
        has_half ? time.hour % 12 + (time.half == HalfDay::pm ? 12 : 0) : time.hour;
    const bool is_leap_second = time.second == 60 && hour == 23 && time.minute == 59;
    if (time.second > 59 && !is_leap_second) return std::nullopt;
    return hour * 3600 + time.minute * 60 + std::min(time.second, 59U);
}

DatePrecision precision_of(const DateFields& fields) {
    if (fields.time) return DatePrecision::time;
    if (fields.day) return DatePrecision::day;
    return fields.month ? DatePrecision::month : DatePrecision::year;
}

// Year, and a day only in a month, and a time only on a day.
bool is_whole(const DateFields& fields) {
    return year_of(fields) && (!fields.day || fields.month) && (!fields.time || fields.day);
}

Date date_of_epoch(std::int64_t seconds, std::int16_t zone_minutes) {
    const std::int64_t local = seconds + zone_minutes * std::int64_t{60};
    const std::int64_t day = local >= 0 ? local / seconds_per_day : -1;
    return {DatePrecision::time, static_cast<Day>(day), seconds, zone_minutes, {}};
}

// nullopt where the calendar or the clock has no such thing. `fields` is whole.
std::optional<Date> date_of(const DateFields& fields, std::int16_t default_zone_minutes) {
    const std::optional<Day> day =
        day_number({*year_of(fields), fields.month.value_or(1), fields.day.value_or(1)});
    const std::optional<std::int64_t> second = second_of_day(fields.time.value_or(ClockTime{}));
    if (!day || !second) return std::nullopt;
    const std::int16_t zone =
        fields.zone ? zone_minutes_on(*fields.zone, *day) : default_zone_minutes;
    const std::int64_t instant = *day * seconds_per_day + *second - zone * std::int64_t{60};
    const Day printed_day = *second == seconds_per_day ? *day + 1 : *day;
    return Date{precision_of(fields), printed_day, instant, zone, {}};
}

// Of fields without a year that is known.
DateProblem without_year(const DateFields& fields) {
    const bool names_day = fields.has_month_name && fields.month && fields.day;
    const bool has_short_year = fields.year && (fields.numbers || names_day);
    return names_day || has_short_year ? DateProblem::incomplete : DateProblem::unreadable;
}

DateReading reading_of(const DateFields& printed, const DateOptions& options) {
    const DateFields fields = with_century(printed, options.first_short_year);
    if (fields.epoch_seconds)
        return {date_of_epoch(*fields.epoch_seconds, options.zone_minutes), DateProblem::none};
    if (!year_of(fields)) return {{}, without_year(fields)};
    const std::optional<DateFields> placed = with_roles(fields, options.order);
    if (!placed) return {{}, DateProblem::ambiguous};
    if (!is_whole(*placed)) return {{}, DateProblem::unreadable};
    const std::optional<Date> date = date_of(*placed, options.zone_minutes);
    return date ? DateReading{*date, DateProblem::none} : DateReading{{}, DateProblem::impossible};
}

DateReading checked_range(const DateReading& reading, Day today) {
    if (reading.problem != DateProblem::none) return reading;
    const std::int32_t year = calendar_day(reading.date.day).year;
    const bool fits = year >= first_year && year <= calendar_day(today).year + 1;
    return fits ? reading : DateReading{{}, DateProblem::out_of_range};
}

std::string day_in_month(std::uint32_t day, std::uint32_t month) {
    return fmt::format("{} {}", day, month_name(month));
}

std::string describe_unreadable(const std::optional<DateFields>& fields) {
    if (!fields) return "is in no form of a date that is known";
    const bool has_day = fields->month || fields->day || fields->numbers;
    if (fields->year && !year_of(*fields)) return "has a year of only two digits";
    if (has_day && !fields->year) return "has no year";
    return has_day ? "is not a whole date" : "has no day";
}

std::string describe_impossible(const DateFields& fields) {
    if (fields.time && !second_of_day(*fields.time)) return "is impossible: no such time of day";
    if (fields.month && fields.day && *fields.month >= 1 && *fields.month <= 12)
        return fmt::format("is impossible: no {} in {}", day_in_month(*fields.day, *fields.month),
                           fields.year->value);
    if (fields.numbers) return "is impossible: the calendar has no such day";
    return "is impossible: no such month";
}

std::string describe_out_of_range(const DateFields& fields) {
    const bool is_early =
        !fields.epoch_seconds && year_of(fields).value_or(first_year) < first_year;
    return is_early ? fmt::format("is before the year {}", first_year)
                    : "is after the end of next year";
}

bool is_period(const DateFields& fields) {
    if (fields.time || fields.zone || fields.epoch_seconds || fields.has_weekday) return false;
    return fields.has_month_name && !fields.numbers && is_whole(fields);
}

// 2020-01-05, 2020-01, 2020: nothing but digits where digits belong.
bool is_iso_period(std::string_view text) {
    constexpr std::string_view form = "0000-00-00";
    if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
    return std::ranges::equal(text, form.substr(0, text.size()), [](char c, char expected) {
        return expected == '-' ? c == '-' : c >= '0' && c <= '9';
    });
}

Day last_day_of(const Date& date) {
    CalendarDay last = calendar_day(date.day);
    if (date.precision == DatePrecision::year) last.month = 12;
    if (date.precision != DatePrecision::day) last.day = days_in_month(last.year, last.month);
    return *day_number(last);
}

}  // namespace

DateReading read_date(std::string_view text, const DateOptions& options) {
    const std::string_view raw = trimmed(text);
    DateReading reading{{}, DateProblem::missing};
    if (!raw.empty()) {
        const std::optional<DateFields> fields = fields_of(raw);
        reading = fields ? checked_range(reading_of(*fields, options), options.today)
                         : DateReading{{}, DateProblem::unreadable};
    }
    reading.date.raw = raw;
    return reading;
}

std::string describe(const DateReading& reading) {
    if (reading.problem == DateProblem::none) return "is " + long_date(reading.date);
    if (reading.problem == DateProblem::missing) return "is missing";
    const std::optional<DateFields> fields = fields_of(reading.date.raw);
    const bool has_form = reading.problem != DateProblem::unreadable &&
                          reading.problem != DateProblem::incomplete && fields;
    if (!has_form) return describe_unreadable(fields);
    if (reading.problem == DateProblem::impossible) return describe_impossible(*fields);
    if (reading.problem == DateProblem::out_of_range) return describe_out_of_range(*fields);
    const auto [first, second] = fields->numbers.value_or(NumberPair{1, 1});
    return fmt::format("is ambiguous: {} or {}", day_in_month(first, second),
                       day_in_month(second, first));
}

std::string iso_date(const Date& date) {
    const CalendarDay day = calendar_day(date.day);
    switch (date.precision) {
        case DatePrecision::none:
            return {};
        case DatePrecision::year:
            return fmt::format("{:04}", day.year);
        case DatePrecision::month:
            return fmt::format("{:04}-{:02}", day.year, day.month);
        case DatePrecision::day:
            return iso_day(date.day);
        case DatePrecision::time:
            break;
    }
    const std::int64_t second =
        date.instant + date.zone_minutes * std::int64_t{60} - date.day * seconds_per_day;
    const int zone = std::abs(date.zone_minutes);
    return fmt::format("{}T{:02}:{:02}:{:02}{}", iso_day(date.day), second / 3600, second / 60 % 60,
                       second % 60,
                       zone == 0 ? "Z"
                                 : fmt::format("{}{:02}:{:02}", date.zone_minutes < 0 ? '-' : '+',
                                               zone / 60, zone % 60));
}

std::string long_date(const Date& date) {
    const CalendarDay day = calendar_day(date.day);
    switch (date.precision) {
        case DatePrecision::none:
            return "undated";
        case DatePrecision::year:
            return fmt::format("{}", day.year);
        case DatePrecision::month:
            return fmt::format("{} {}", month_name(day.month), day.year);
        case DatePrecision::day:
        case DatePrecision::time:
            break;
    }
    return fmt::format("{} {}", day_in_month(day.day, day.month), day.year);
}

std::string_view name_of(DatePrecision precision) {
    switch (precision) {
        case DatePrecision::none:
            return "none";
        case DatePrecision::year:
            return "year";
        case DatePrecision::month:
            return "month";
        case DatePrecision::day:
            return "day";
        case DatePrecision::time:
            return "time";
    }
    return {};
}

std::optional<DayRange> read_period(std::string_view text) {
    const std::string_view period = trimmed(text);
    const std::optional<DateFields> fields = read_date_fields(period);
    if (!fields || (!is_iso_period(period) && !is_period(*fields))) return std::nullopt;
    const std::optional<Date> date = date_of(*fields, 0);
    if (!date) return std::nullopt;
    return DayRange{date->day, last_day_of(*date)};
}

std::optional<std::int16_t> read_zone(std::string_view text) {
    const std::string_view name = trimmed(text);
    const std::optional<Zone> zone = leading_zone(name);
    if (!zone || zone->size != name.size() || zone->keeps_us_daylight_time) return std::nullopt;
    return zone->minutes;
}

}  // namespace dateline
