#pragma once

#include <optional>
#include <string_view>

#include "corpus/calendar.hpp"

namespace dateline {

/// today, yesterday, thisweek, lastweek (Monday to Sunday), thismonth, lastmonth, thisyear,
/// lastyear; 30d, 2w, 6m, 1y: the one day so long before today (the last of its month where that
/// has no such day). ASCII, in any case. nullopt for anything else.
std::optional<DayRange> read_relative_period(std::string_view text, Day today);

/// A length of time, such as 30d.
bool is_duration(std::string_view text);
/// Its days; months and years have as many as on average. nullopt for anything else.
std::optional<double> duration_days(std::string_view text);

}  // namespace dateline
