#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dateline {

/// The date without what programs and pages put around it: "1578218400000" of
/// "/Date(1578218400000+0100)/", "2020-01-05T10:00+01:00" of "2020-01-05T10:00+01:00[Europe/Paris]"
/// (RFC 9557), "Jan 5, 2020" of "Last updated on: Jan 5, 2020". View of `text`, which is trimmed.
std::string_view bare_date(std::string_view text);

/// "2020-01-05T10:00" for "2020-W01-7T10:00": a date that begins with a day of an ISO week, whose
/// first week of a year is that of 4 January. nullopt for what has another form, and for weeks
/// that the year does not have.
std::optional<std::string> week_date_in_calendar(std::string_view text);

}  // namespace dateline
