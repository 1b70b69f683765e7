#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "corpus/calendar.hpp"

namespace dateline {

/// What a timeline is cut into. Weeks are those of ISO 8601: from Monday, the first of a year is
/// the one with its first Thursday.
enum class TimeUnit : std::uint8_t { day, week, month, quarter, year };

/// The finest first.
inline constexpr std::array all_time_units{TimeUnit::day, TimeUnit::week, TimeUnit::month,
                                           TimeUnit::quarter, TimeUnit::year};

/// "day", "week", ...
std::string_view name_of(TimeUnit unit);
/// The number of the unit that a day lies in; the next unit has the next number. For days of years
/// with four digits, as all of these functions.
std::int32_t unit_number(TimeUnit unit, Day day);
DayRange days_of(TimeUnit unit, std::int32_t number);
/// "2020-01-05", "2020-W01", "2020-01", "2020-Q1", "2020".
std::string unit_label(TimeUnit unit, std::int32_t number);

}  // namespace dateline
