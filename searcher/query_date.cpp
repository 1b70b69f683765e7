#include "searcher/query_date.hpp"

#include <string>

#include "searcher/query.hpp"
#include "searcher/relative_date.hpp"
#include "searcher/render.hpp"

namespace dateline {

namespace {

constexpr std::string_view range_mark = "..";
constexpr std::string_view undated = "none";
constexpr std::string_view quote_marks[] = {"\"", "\u201C", "\u201D", "\u201E", "\u00AB", "\u00BB"};

// How many bytes of a quote mark or blank stand at the beginning (or end) of the text.
std::uint32_t edge_bytes(std::string_view text, bool at_end) {
    if (at_end ? text.ends_with(' ') : text.starts_with(' ')) return 1;
    for (const std::string_view mark : quote_marks) {
        if (at_end ? text.ends_with(mark) : text.starts_with(mark)) {
            return static_cast<std::uint32_t>(mark.size());
        }
    }
    return 0;
}

TextRange bare(std::string_view query, TextRange part) {
    while (const std::uint32_t bytes = edge_bytes(part.in(query), false)) part.begin += bytes;
    while (const std::uint32_t bytes = edge_bytes(part.in(query), true)) part.end -= bytes;
    return part;
}

bool can_be_written(Day day) {
    const CalendarDay date = calendar_day(day);
    return date.year >= 1 && date.year <= 9999;
}

// Ranges as other services write them.
std::string hint_for(std::string_view text) {
    if (text.starts_with('[') || text.starts_with('{'))
        return "a range is FROM..TO, such as date:2019..2020";
    if (text.starts_with('>') || text.starts_with('<'))
        return std::string("write ") + (text[0] == '>' ? "after:2019" : "before:2019") +
               ", or date:2019.. and date:..2019 with the year itself";
    if (text.starts_with('.') || text.find("...") != std::string_view::npos)
        return "two points stand between the dates of a range: FROM..TO";
    const bool are_years = text.size() == 9 && text[4] == '-' && read_period(text.substr(0, 4)) &&
                           read_period(text.substr(5));
    if (are_years)
        return "a range is written " + std::string(text.substr(0, 4)) + ".." +
               std::string(text.substr(5));
    return "dates are 2020-01-05, 2020-01, 2020, \"5 January 2020\" in quotes, today, yesterday, "
           "lastweek, lastmonth, lastyear, FROM..TO, 30d.. (also w, m, y), or none for articles "
           "without a date";
}

/// Reads the values of date fields in one query.
class DateReader {
  public:
    DateReader(std::string_view query, std::optional<Day> today) : query_(query), today_(today) {}

    DayRange period(TextRange part) const {
        const std::string_view text = part.in(query_);
        std::optional<DayRange> days = read_period(text);
        if (!days && today_) days = read_relative_period(text, *today_);
        if (!days || !can_be_written(days->first) || !can_be_written(days->last)) {
            throw_query_error(query_, part, "'" + printable(text) + "' is not a date",
                              hint_for(text));
        }
        return *days;
    }

    DayRange range(TextRange value, std::size_t mark) const {
        const auto at = static_cast<std::uint32_t>(mark);
        const TextRange from = bare(query_, {value.begin, value.begin + at});
        const TextRange to = bare(
            query_, {value.begin + at + static_cast<std::uint32_t>(range_mark.size()), value.end});
        if (from.empty() && to.empty()) {
            throw_query_error(query_, value, "a range without dates",
                              "write FROM..TO, FROM.. or ..TO, such as date:2019-12..2020-02");
        }
        DayRange days;
        if (!from.empty()) days.first = period(from).first;
        if (!to.empty()) days.last = period(to).last;
        if (days.first > days.last) {
            throw_query_error(query_, value, "the range ends before it begins",
                              "put the earlier date first");
        }
        return days;
    }

    // The days after or before a period, without it.
    DayRange open_side(std::string_view name, TextRange value) const {
        const TextRange part = bare(query_, value);
        const DayRange days = period(part);
        const bool after = name == "after";
        const DayRange side =
            after ? DayRange{days.last + 1, INT32_MAX} : DayRange{INT32_MIN, days.first - 1};
        if (!can_be_written(after ? side.first : side.last)) {
            throw_query_error(query_, part, "no day is " + std::string(name) + " this date",
                              "years are 0001 to 9999");
        }
        return side;
    }

    DayRange one(TextRange value) const {
        const TextRange part = bare(query_, value);
        if (is_duration(part.in(query_))) {
            throw_query_error(
                query_, part, "'" + printable(part.in(query_)) + "' is a length of time, no date",
                "write date:" + printable(part.in(query_)) + ".. for the time since then");
        }
        return period(part);
    }

  private:
    std::string_view query_;
    std::optional<Day> today_;
};

}  // namespace

bool is_date_name(std::string_view name) {
    return name == "date" || name == "on" || name == "after" || name == "before";
}

DateCondition read_date_condition(std::string_view query, std::string_view name, TextRange value,
                                  std::optional<Day> today) {
    const DateReader reader(query, today);
    if (name == "after" || name == "before") return {reader.open_side(name, value), false};
    if (value.in(query) == undated) return {{}, true};
    const std::size_t mark = value.in(query).find(range_mark);
    if (mark != std::string_view::npos) return {reader.range(value, mark), false};
    return {reader.one(value), false};
}

std::string date_text(const DateCondition& condition) {
    if (condition.undated_only) return "date:" + std::string(undated);
    const auto [first, last] = condition.days;
    if (first == last) return "date:" + iso_day(first);
    return "date:" + (first == INT32_MIN ? "" : iso_day(first)) + std::string(range_mark) +
           (last == INT32_MAX ? "" : iso_day(last));
}

}  // namespace dateline
