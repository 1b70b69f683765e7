#include "corpus/formats/html_date.hpp"

#include "corpus/clean_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

namespace dateline {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_readable(const DateReading& reading) { return reading.problem == DateProblem::none; }

/// "Published: 18 November 2019 | Updated: ..." has its date between labels.
std::vector<std::string> parts_of(const std::string& text) {
    constexpr std::array<std::string_view, 6> separators{"|", "·", "•", " - ", "(", ","};
    std::vector<std::string> parts{text};
    std::string_view rest = text;
    while (!rest.empty()) {
        std::size_t end = rest.size();
        std::size_t size = 0;
        for (std::size_t i = 0; i + 1 < separators.size(); ++i) {
            const std::size_t at = rest.find(separators[i]);
            if (at < end) {
                end = at;
                size = separators[i].size();
            }
        }
        parts.emplace_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + size, rest.size()));
    }
    return parts;
}

/// From the first number or month on: "Posted on Monday, 18 November 2019".
std::optional<DateReading> read_labelled(std::string_view text, const DateOptions& options) {
    constexpr std::size_t longest_label = 40;
    for (std::size_t at = 0; at < std::min(text.size(), longest_label);) {
        DateReading reading = read_date(clean_line(text.substr(at)), options);
        if (is_readable(reading)) return reading;
        if (is_digit(text[at])) break;
        const std::size_t blank = text.find_first_of(" :", at);
        if (blank == text.npos) break;
        at = text.find_first_not_of(" :", blank);
        if (at == text.npos) break;
    }
    return std::nullopt;
}

std::optional<DateReading> read_shown(std::string_view text, const DateOptions& options) {
    constexpr std::size_t longest_date = 150;
    if (text.size() > longest_date || std::none_of(text.begin(), text.end(), is_digit))
        return std::nullopt;
    for (const std::string& part : parts_of(clean_line(text)))
        if (auto reading = read_labelled(part, options);
            reading && reading->date.precision >= DatePrecision::day)
            return reading;
    return std::nullopt;
}

/// "/2019/11/18/", "/2019-11-18-", "/2019/nov/18/" in an address.
std::optional<DateReading> read_address(std::string_view url, const DateOptions& options) {
    for (std::size_t at = url.find('/'); at != url.npos; at = url.find('/', at + 1)) {
        const std::string_view rest = url.substr(at + 1);
        if (rest.size() < 8 || !std::all_of(rest.begin(), rest.begin() + 4, is_digit)) continue;
        if (rest[4] != '/' && rest[4] != '-') continue;
        const std::size_t day = rest.find(rest[4], 5) + 1;
        if (day == 0 || day > 9) continue;
        const std::size_t end = std::min(rest.find_first_not_of("0123456789", day), rest.size());
        const std::string_view month = rest.substr(5, day - 6);
        if (end == day || end - day > 2 || month.empty()) continue;
        const std::string_view year = rest.substr(0, 4);
        const std::string_view number = rest.substr(day, end - day);
        const std::string date = is_digit(month[0])
                                     ? fmt::format("{}-{:0>2}-{:0>2}", year, month, number)
                                     : fmt::format("{} {} {}", number, month, year);
        const DateReading reading = read_date(date, options);
        if (is_readable(reading)) return reading;
    }
    return std::nullopt;
}

/// Dates that a page shows may be those of other articles: they have to be about the day in its
/// address, where it has one.
bool agrees(const DateReading& shown, const std::optional<DateReading>& address) {
    constexpr Day most_days_between = 2;
    if (!address) return true;
    const Day difference = shown.date.day - address->date.day;
    return difference <= most_days_between && difference >= -most_days_between;
}

}  // namespace

DateReading read_html_date(const HtmlMetadata& metadata, std::uint32_t body, std::string_view url,
                           const DateOptions& options) {
    const std::optional<DateReading> address = read_address(url, options);
    DateReading first;
    first.problem = DateProblem::missing;
    for (const HtmlFact* fact : metadata.dates(body)) {
        const std::optional<DateReading> reading = read_shown(fact->value, options);
        if (reading && (!fact->is_shown() || agrees(*reading, address))) return *reading;
        if (!reading && !fact->is_shown() && first.problem == DateProblem::missing)
            first = read_date(clean_line(fact->value), options);
    }
    return address ? *address : first;
}

}  // namespace dateline
