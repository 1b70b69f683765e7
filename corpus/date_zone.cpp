#include "corpus/date_zone.hpp"

#include <algorithm>
#include <array>

namespace dateline {

namespace {

struct NamedZone {
    std::string_view name;
    std::int16_t minutes = 0;
    bool keeps_us_daylight_time = false;
};

// RFC 822 section 5.1, and names that stand for one offset in newspapers all over the world. IST is
// Israel's and Ireland's too, but they say so in hours.
constexpr std::array<NamedZone, 52> named_zones = {{
    {"Z", 0},           {"UT", 0},      {"UTC", 0},         {"GMT", 0},         {"EST", -300},
    {"EDT", -240},      {"CST", -360},  {"CDT", -300},      {"MST", -420},      {"MDT", -360},
    {"PST", -480},      {"PDT", -420},  {"ET", -300, true}, {"CT", -360, true}, {"MT", -420, true},
    {"PT", -480, true}, {"AKST", -540}, {"AKDT", -480},     {"HST", -600},      {"WET", 0},
    {"WEST", 60},       {"BST", 60},    {"CET", 60},        {"CEST", 120},      {"MEZ", 60},
    {"MESZ", 120},      {"EET", 120},   {"EEST", 180},      {"MSK", 180},       {"EAT", 180},
    {"CAT", 120},       {"WAT", 60},    {"SAST", 120},      {"PKT", 300},       {"HKT", 480},
    {"SGT", 480},       {"JST", 540},   {"KST", 540},       {"AEST", 600},      {"AEDT", 660},
    {"ACST", 570},      {"ACDT", 630},  {"AWST", 480},      {"NZST", 720},      {"NZDT", 780},
    {"AST", -240},      {"ADT", -180},  {"NST", -210},      {"NDT", -150},      {"IST", 330},
    {"WIB", 420},       {"BRT", -180},
}};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }
char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 0x20) : c; }

std::size_t count_digits(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::find_if_not(text, is_digit) - text.begin());
}

int number_in(std::string_view digits) {
    int value = 0;
    for (const char c : digits) value = value * 10 + (c - '0');
    return value;
}

// "+02:00", "+2:00", "-0530", "+02", "+2". The world's zones reach from -12:00 to +14:00.
std::optional<Zone> leading_offset(std::string_view text) {
    if (text.empty() || (text.front() != '+' && text.front() != '-')) return std::nullopt;
    const std::string_view digits = text.substr(1);
    std::size_t size = count_digits(digits);
    if (size == 0 || size == 3 || size > 4) return std::nullopt;
    int hours = number_in(digits.substr(0, size));
    int minutes = 0;
    if (size == 4) {
        minutes = hours % 100;
        hours /= 100;
    } else if (digits.size() > size && digits[size] == ':') {
        if (count_digits(digits.substr(size + 1)) != 2) return std::nullopt;
        minutes = number_in(digits.substr(size + 1, 2));
        size += 3;
    }
    const int total = hours * 60 + minutes;
    if (minutes > 59 || total > 14 * 60) return std::nullopt;
    return Zone{static_cast<std::int16_t>(text.front() == '-' ? -total : total), false, size + 1};
}

const NamedZone* zone_named(std::string_view name) {
    const auto same = [](char a, char b) { return upper(a) == b; };
    const auto found = std::ranges::find_if(
        named_zones, [&](const NamedZone& z) { return std::ranges::equal(name, z.name, same); });
    return found == named_zones.end() ? nullptr : &*found;
}

// The first Sunday on or after `day`; 1970-01-01 was a Thursday.
Day sunday_from(CalendarDay day) {
    const Day number = *day_number(day);
    return number + (3 - number % 7 + 7) % 7;
}

// Uniform Time Act of 1966, its amendment of 1986, Energy Policy Act of 2005; the emergency years
// 1974 and 1975 are left out. Whole days: the switch itself happens at 2 in the night.
bool is_us_daylight_time(Day day) {
    const std::int32_t year = calendar_day(day).year;
    if (year < 1967) return false;
    const Day begin = year >= 2007   ? sunday_from({year, 3, 8})
                      : year >= 1987 ? sunday_from({year, 4, 1})
                                     : sunday_from({year, 4, 24});
    const Day end = year >= 2007 ? sunday_from({year, 11, 1}) : sunday_from({year, 10, 25});
    return begin <= day && day < end;
}

}  // namespace

std::optional<Zone> leading_zone(std::string_view text) {
    if (const auto offset = leading_offset(text)) return offset;
    const auto letters =
        static_cast<std::size_t>(std::ranges::find_if_not(text, is_letter) - text.begin());
    const NamedZone* named = zone_named(text.substr(0, letters));
    if (!named) return std::nullopt;
    const bool is_greenwich = named->name == "UTC" || named->name == "GMT";
    if (const auto offset = leading_offset(text.substr(letters)); offset && is_greenwich)
        return Zone{offset->minutes, false, letters + offset->size};
    return Zone{named->minutes, named->keeps_us_daylight_time, letters};
}

std::int16_t zone_minutes_on(const Zone& zone, Day day) {
    const bool daylight = zone.keeps_us_daylight_time && is_us_daylight_time(day);
    return static_cast<std::int16_t>(zone.minutes + (daylight ? 60 : 0));
}

}  // namespace dateline
