#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dateline {

/// What is known of the line ends of a text from where it stands.
enum class LineEnds : std::uint8_t {
    unknown,
    wrapped,  ///< prose is broken to fit a width there, however few its lines are
};

/// Paragraphs separated by exactly "\n\n", lines trimmed, nothing at the ends. Empty lines end
/// blocks; so does a deeper indent, where a text has no empty line at all. The lines of a block are
/// - wrapped prose, joined to paragraphs as wrapped_lines.hpp says;
/// - else a paragraph each, where one is over 100 characters or 3/4 end as sentences do;
/// - else a list or verse: newlines stay, in one paragraph.
/// `text`: valid UTF-8, no line end but "\n". Laying out what is laid out changes nothing.
std::string lay_out_paragraphs(std::string_view text, LineEnds ends = LineEnds::unknown);

}  // namespace dateline
