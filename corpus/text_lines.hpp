#pragma once

#include <cstddef>
#include <span>
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

/// Lines that follow one another without an empty one.
using LineBlock = std::span<const TextLine>;

/// The text ends in a full stop or the like, possibly inside closing quotes or brackets.
bool ends_like_sentence(std::string_view text);

/// Code points.
std::size_t character_count(std::string_view text);

/// Whether `line` was broken only because the first word of `next` did not fit `width_characters`.
bool is_full_line(std::string_view line, std::string_view next, std::size_t width_characters);

}  // namespace dateline
