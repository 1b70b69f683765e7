#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "corpus/calendar.hpp"

namespace dateline {

/// A time zone as printed.
struct Zone {
    std::int16_t minutes = 0;  ///< east of Greenwich
    /// "ET": an hour further east while the United States save daylight.
    bool keeps_us_daylight_time = false;
    std::size_t size = 0;  ///< bytes of text that name it
};

/// The zone that `text` begins with: "Z", "EST" (either case), "+02:00", "-0530", "+02", "UTC+2".
std::optional<Zone> leading_zone(std::string_view text);

/// Minutes east of Greenwich on a day of that zone.
std::int16_t zone_minutes_on(const Zone& zone, Day day);

}  // namespace dateline
