#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace dateline {

/// The words that newspapers print in dates, in English, German, French, Spanish, Italian,
/// Portuguese and Dutch; of Hungarian the months, of Greek the short forms that feeds have. All
/// take one word in lower case, Greek as it is written.

/// 1-12 for "january", "jan", "janvier", "märz", ...
std::optional<std::uint32_t> month_number(std::string_view word);
/// "January"; `month` is 1-12.
std::string_view month_name(std::uint32_t month);
bool is_weekday(std::string_view word);
/// Words that carry no meaning in a date: "the", "at", "de".
bool is_date_filler(std::string_view word);

}  // namespace dateline
