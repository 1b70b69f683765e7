#pragma once

#include <string_view>

#include "corpus/reader.hpp"

namespace dateline {

/// One article a file: the headline on the first line, then a byline ("By A. B.") and a date line,
/// then paragraphs. What is missing stays empty:
/// - The first line is the headline where an empty line, a date line or a byline follows it, unless
///   it is as long as a paragraph; where text follows directly, unless it runs on into that text.
/// - A second line that is no date is body. One that is a date, but not in the calendar, ambiguous
///   or out of range, leaves the article undated with a warning.
bool recognises_plain_text(std::string_view head);
const ArticleReader& plain_text_reader();

}  // namespace dateline
