#include "corpus/formats/trec_date.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "corpus/trimmed.hpp"

namespace dateline {
namespace {

/// Years of two digits: TREC's collections are of 1987 to 2010.
constexpr std::int32_t first_short_year = 1950;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// "890101"
bool is_six_digits(std::string_view text) {
    return text.size() == 6 && std::all_of(text.begin(), text.end(), is_digit);
}

DateReading read_form(std::string_view text, const DateOptions& options) {
    if (!is_six_digits(text)) return read_date(text, options);
    const std::string_view century = text < "50" ? "20" : "19";
    return read_date(
        fmt::format("{}{}-{}-{}", century, text.substr(0, 2), text.substr(2, 2), text.substr(4)),
        options);
}

/// The longest beginning that is a date to the day: editions, pages and notes stand behind it.
DateReading read_beginning(std::string_view text, const DateOptions& options) {
    constexpr std::size_t longest_date_bytes = 60;
    constexpr std::string_view separators = " \t\n,;#(";
    DateReading whole = read_form(text, options);
    if (whole.problem != DateProblem::unreadable) return whole;
    std::string_view rest = text.substr(0, longest_date_bytes);
    for (std::size_t cut = rest.find_last_of(separators); cut != rest.npos;
         cut = rest.find_last_of(separators)) {
        rest = trimmed(rest.substr(0, cut));
        DateReading reading = read_form(rest, options);
        const bool is_whole = reading.date.precision >= DatePrecision::day;
        if (is_whole || reading.problem == DateProblem::ambiguous) return reading;
    }
    return whole;
}

bool is_same_day(const DateReading& reading, const DateReading& other) {
    return reading.date.known() && other.date.known() && reading.date.day == other.date.day;
}

/// Of a date such as 03/04/87 that no option settles.
DateReading settle(std::string_view text, const DateReading& by_docno, bool is_american,
                   DateOptions options) {
    DateReading unsettled = read_beginning(text, options);
    if (unsettled.problem != DateProblem::ambiguous) return unsettled;
    options.order = DateOrder::month_day_year;
    DateReading american = read_beginning(text, options);
    if (is_american || is_same_day(american, by_docno)) return american;
    options.order = DateOrder::day_month_year;
    const DateReading european = read_beginning(text, options);
    return is_same_day(european, by_docno) ? european : unsettled;
}

}  // namespace

DateReading read_trec_date(std::string_view text, const TrecDocno& docno,
                           std::string_view docno_text, const DateOptions& stated) {
    DateOptions options = stated;
    options.first_short_year = first_short_year;
    DateReading by_docno = read_date(docno.date, options);
    by_docno.date.raw = docno_text;
    const std::string_view printed = trimmed(text);
    DateReading reading = settle(printed, by_docno, docno.is_american, options);
    reading.date.raw = printed;
    return reading.date.known() || !by_docno.date.known() ? reading : by_docno;
}

}  // namespace dateline
