#include "corpus/date_notation.hpp"

#include <algorithm>
#include <array>

#include "corpus/ascii.hpp"
#include "corpus/calendar.hpp"
#include "corpus/date_zone.hpp"

namespace dateline {

namespace {

std::string_view without_label(std::string_view text) {
    constexpr std::array<std::string_view, 7> labels{"last",  "updated", "published", "posted",
                                                     "dated", "date",    "on"};
    if (!is_ascii_letter(text.empty() ? '\0' : text.front())) return text;
    for (const std::string_view label : labels) {
        if (text.size() <= label.size() || lower_ascii(text.substr(0, label.size())) != label)
            continue;
        const std::size_t end = text.find_first_not_of(": \t", label.size());
        if (end != text.npos && end > label.size()) text.remove_prefix(end);
    }
    return text;
}

// What .NET writes into JSON; its offset is only for display.
std::string_view inside_call(std::string_view text) {
    constexpr std::string_view begin = "/Date(";
    constexpr std::string_view end = ")/";
    if (!text.starts_with(begin) || !text.ends_with(end)) return text;
    text.remove_prefix(begin.size());
    text.remove_suffix(end.size());
    return text.substr(0, text.find_first_of("+-", 1));
}

// The name of a zone adds nothing to its offset; without one it would have to be looked up.
std::string_view without_zone_name(std::string_view text) {
    const std::size_t open = text.ends_with(']') ? text.rfind('[') : text.npos;
    if (open == text.npos) return text;
    const std::string_view date = text.substr(0, open);
    const std::size_t offset = date.find_last_of("+-Zz");
    if (offset == date.npos || date.find(':') > offset) return text;
    const auto zone = leading_zone(date.substr(offset));
    return zone && zone->size == date.size() - offset ? date : text;
}

std::int32_t number_in(std::string_view digits) {
    std::int32_t value = 0;
    for (const char c : digits) value = value * 10 + (c - '0');
    return value;
}

Day first_monday(std::int32_t year) {
    const Day day = *day_number({year, 1, 4});
    // 1970-01-01 was a Thursday.
    const Day since_monday = ((day + 3) % 7 + 7) % 7;
    return day - since_monday;
}

}  // namespace

std::string_view bare_date(std::string_view text) {
    return without_zone_name(inside_call(without_label(text)));
}

std::optional<std::string> week_date_in_calendar(std::string_view text) {
    constexpr std::string_view form = "0000-W00-0";
    const bool has_form = text.size() >= form.size() &&
                          std::equal(form.begin(), form.end(), text.begin(), [](char f, char c) {
                              return f == '0' ? is_ascii_digit(c) : f == c;
                          });
    if (!has_form) return std::nullopt;
    const std::int32_t year = number_in(text.substr(0, 4));
    const std::int32_t week = number_in(text.substr(6, 2));
    const std::int32_t day = number_in(text.substr(9, 1));
    const Day monday = first_monday(year) + (week - 1) * 7;
    if (week < 1 || day < 1 || day > 7 || monday >= first_monday(year + 1)) return std::nullopt;
    return iso_day(monday + day - 1).append(text.substr(form.size()));
}

}  // namespace dateline
