#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/calendar.hpp"

namespace dateline {

enum class DatePrecision : std::uint8_t { none, year, month, day, time };

/// How to read 5/1/2020. `unknown` means that such a date is ambiguous unless one number is over 12
/// or both are the same; so does year_month_day, since the year is last.
enum class DateOrder : std::uint8_t { unknown, day_month_year, month_day_year, year_month_day };

/// When an article appeared, as its publisher printed it. Precision `none` is an undated article;
/// `raw` is kept all the same. `day` is the calendar day printed, in the record's own zone; of a
/// coarser date it is the first day of the period. It alone decides date filters, timelines and,
/// first, document order.
struct Date {
    DatePrecision precision = DatePrecision::none;
    Day day = 0;
    std::int64_t instant =
        0;  ///< seconds since 1970-01-01T00:00Z; below `time`, 00:00 of `day` in the zone
    std::int16_t zone_minutes = 0;  ///< east of Greenwich
    std::string raw;                ///< the text it was read from, trimmed

    bool known() const { return precision != DatePrecision::none; }
    bool operator==(const Date&) const = default;
};

enum class DateProblem : std::uint8_t {
    none,
    missing,       ///< nothing but blanks
    unreadable,    ///< no form that is known
    incomplete,    ///< a day without its year, or with two digits of it: Jan. 5, 5/1/20
    impossible,    ///< 31 February, 25:00
    ambiguous,     ///< 5/1/2020 without a stated order
    out_of_range,  ///< before 1500 or after the end of next year
};

struct DateOptions {
    DateOrder order = DateOrder::unknown;
    std::int16_t zone_minutes = 0;  ///< for times and days printed without a zone
    Day today = 0;                  ///< years after next year are out of range
    /// Where not 0: a year of two digits is one of the hundred years from this one.
    std::int32_t first_short_year = 0;
};

/// `date` is undated, with its raw text, whenever there is a problem.
struct DateReading {
    Date date;
    DateProblem problem = DateProblem::none;
};

/// Reads a date in any form that newspapers and feeds print: ISO 8601 (also basic, prefixes
/// 2020, 2020-01, and days of weeks, 2020-W01-7; no ordinal days), RFC 822, "5 January 2020",
/// "January 5, 2020", "Jan. 5, 2020", "26-FEB-1987 15:01:01.79", 5/1/2020, epoch seconds and
/// milliseconds; with weekdays, times ("3:30 p.m. ET"), and months in German, French, Spanish,
/// Italian, Portuguese, Dutch and Hungarian; the signs for year, month and day of East Asia; with a
/// label before it ("Published", "Updated:") or the name of the zone behind its offset, and as
/// "/Date(1578218400000)/". 24:00 is 00:00 of the next day. The whole text must be a date: trailing
/// words are `unreadable`, and so is a time without a day. A year of two digits is one only with a
/// time in RFC 822's form (RFC 2822, 4.3), or where the options say of which century. The weekday
/// is not compared. A stated order is kept to: in day_month_year 1/13/2020 is `impossible`. A leap
/// second counts as the second before it.
DateReading read_date(std::string_view text, const DateOptions& options);

/// One clause for messages, such as "is ambiguous: 5 January or 1 May".
std::string describe(const DateReading& reading);

/// ISO 8601 in the date's own zone, to its precision: 2020, 2020-01, 2020-01-05,
/// 2020-01-05T10:00:00+02:00 (Z for zone 0). Empty for an undated article.
std::string iso_date(const Date& date);
/// For people: "5 January 2020", "January 2020", "2020", "undated".
std::string long_date(const Date& date);
std::string_view name_of(DatePrecision precision);

/// The days of a period as queries and options name it: 2020-01-05, 2020-01, 2020, "5 January
/// 2020". No other forms. nullopt when it is not a period; the caller reports it.
std::optional<DayRange> read_period(std::string_view text);

/// "+02:00", "-0530", "Z", "UTC", "GMT", "EST"; nullopt for an unknown zone.
std::optional<std::int16_t> read_zone(std::string_view text);

}  // namespace dateline
