#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "corpus/date_zone.hpp"

namespace dateline {

enum class HalfDay : std::uint8_t { none, am, pm };

struct ClockTime {
    std::uint32_t hour = 0;
    std::uint32_t minute = 0;
    std::uint32_t second = 0;  ///< fractions are dropped
    HalfDay half = HalfDay::none;
};

struct PrintedYear {
    std::int32_t value = 0;
    bool has_four_digits = true;
};

/// Two numbers before a year, whose roles only the archive's date order tells.
struct NumberPair {
    std::uint32_t first = 0;
    std::uint32_t second = 0;
};

/// What a text that has the form of a date says, each number as printed: neither its place in the
/// calendar nor the completeness of the whole has been checked.
struct DateFields {
    std::optional<PrintedYear> year;
    std::optional<std::uint32_t> month;
    std::optional<std::uint32_t> day;
    std::optional<NumberPair> numbers;  ///< then neither month nor day
    std::optional<ClockTime> time;
    std::optional<Zone> zone;
    std::optional<std::int64_t> epoch_seconds;  ///< then nothing else
    bool has_month_name = false;
    bool has_weekday = false;
    bool is_mail_day = false;  ///< "05 Jan" as RFC 822 writes it: there a year may have two digits
};

/// nullopt where the text holds anything that has no place in a date.
std::optional<DateFields> read_date_fields(std::string_view text);

}  // namespace dateline
