#pragma once

#include <string_view>

namespace dateline {

/// Of names in lower case without diacritics and periods: "new york", "sao paulo".
bool is_known_city(std::string_view name);
/// Countries, and the states and provinces that follow a city in datelines, in full and as
/// abbreviated there: "switzerland", "fla", "tx", "ontario".
bool is_known_region(std::string_view name);

}  // namespace dateline
