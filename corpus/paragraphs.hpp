#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// One line of a text, as views of that text.
struct TextLine {
    std::string_view text;   ///< without blanks and tabs at either end; empty for an empty line
    std::size_t indent = 0;  ///< blanks and tabs before it, in bytes
    std::size_t end = 0;     ///< offset of its newline in the text, or the size of the text
};
std::vector<TextLine> split_lines(std::string_view text);

/// Paragraphs separated by exactly "\n\n", lines trimmed, nothing at the ends. Empty lines end
/// blocks; so does a deeper indent, where a text has no empty line at all. The lines of a block are
/// - wrapped prose, joined by blanks to one paragraph, where at least 3/4 of its line breaks stand
///   where the next word would have made the line longer than the block's longest (of 40 to 200
///   characters; to 100 in a block of two or three lines, which prove less);
/// - else a paragraph each, where one is over 100 characters or 3/4 end as sentences do;
/// - else a list or verse: newlines stay, in one paragraph.
/// `text`: valid UTF-8, no line end but "\n". Laying out what is laid out changes nothing.
std::string lay_out_paragraphs(std::string_view text);

/// The text ends in a full stop or the like, possibly inside closing quotes or brackets.
bool ends_like_sentence(std::string_view text);

/// Code points.
std::size_t character_count(std::string_view text);

/// Whether `line` was broken only because the first word of `next` did not fit `width_characters`.
bool is_full_line(std::string_view line, std::string_view next, std::size_t width_characters);

}  // namespace dateline
