#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace dateline {

/// The words that newspapers print in dates, in the languages that the stemmers know and some more,
/// with the cases and short forms of months. All take one word, ASCII in lower case, other letters
/// in any, with diacritics or without ("aralık", "aralik").

/// 1-12 for "january", "jan", "janvier", "märz", "stycznia", ...; also for the two words of a month
/// (كانون الثاني) with a blank between them.
std::optional<std::uint32_t> month_number(std::string_view word);
/// "January"; `month` is 1-12.
std::string_view month_name(std::uint32_t month);
/// Some words are both, month and weekday: "mar" is March and mardi.
bool is_weekday(std::string_view word);
/// Words that carry no meaning in a date: "the", "at", "de"; also weekdays of two letters.
bool is_date_filler(std::string_view word);

}  // namespace dateline
