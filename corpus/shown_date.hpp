#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/date.hpp"

namespace dateline {

/// The whole line, then what stands between its separators ("|", " - ", commas are none):
/// "Published: 18 November 2019 | Updated: ..." has its date in a part.
std::vector<std::string> parts_of_shown_line(const std::string& line);

/// The date, to the day at least, of a line that a page shows: alone, in a part of the line, or
/// behind a label: "Posted on Monday, 18 November 2019".
std::optional<DateReading> read_shown_date(std::string_view text, const DateOptions& options);

/// The first date with its year that stands anywhere in a short line: "posted on 19 May 2010 in
/// Books".
std::optional<DateReading> find_shown_date(std::string_view line, const DateOptions& options);

/// The line is a date, behind a label of two words at most, and nothing else.
bool is_date_line(std::string_view line, const DateOptions& options);

}  // namespace dateline
