#pragma once

#include <string>

namespace dateline {

/// The clock's time as ISO 8601 in UTC, to the second: "2020-01-05T10:00:00Z".
std::string utc_now();

}  // namespace dateline
