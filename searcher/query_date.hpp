#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "corpus/date.hpp"
#include "corpus/text_range.hpp"

namespace dateline {

/// What a date item of a query asks for.
struct DateCondition {
    DayRange days;
    bool undated_only = false;
};

/// Field names that ask for days: date, on, after, before.
bool is_date_name(std::string_view name);

/// Reads `value`, a range of `query`: a period, FROM..TO, FROM.., ..TO or none, each date with or
/// without quotes. A date may be relative to `today`, as relative_date.hpp has it. `after` and
/// `before` leave the period itself out. Throws Error{usage} with a caret.
DateCondition read_date_condition(std::string_view query, std::string_view name, TextRange value,
                                  std::optional<Day> today);

/// A date item that reads back as the same condition.
std::string date_text(const DateCondition& condition);

}  // namespace dateline
