#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/text_range.hpp"

namespace dateline {

/// Colours and weights as ECMA-48 SGR parameters ("1;31"); empty: none.
struct Ink {
    std::string_view normal;
    std::string_view match;
};

/// The text in this ink, switched off at its end.
std::string painted(std::string_view text, std::string_view sgr);

/// The parts of a text between which a line may break: words with their punctuation, and single
/// characters of scripts that need no blanks. Ascending; between them is nothing but blanks.
std::vector<TextRange> unbreakable_parts(std::string_view text);

/// Lines of at most `width_columns` (2 and up), without blanks at their ends; a part that is wider
/// than a line is broken between characters. All white space counts as one blank. What a terminal
/// would obey is left out, as printable() does. `matches` are ascending and disjoint.
std::vector<std::string> wrap_text(std::string_view text, const std::vector<TextRange>& matches,
                                   std::size_t width_columns, const Ink& ink);

struct InkedText {
    std::string text;
    std::string_view sgr;
};

/// Texts side by side with " · " between them; a line breaks between two texts, without a dot, or
/// where it must inside a text that is wider than a line.
std::vector<std::string> wrap_list(const std::vector<InkedText>& texts, std::size_t width_columns,
                                   std::string_view dot_sgr);

/// Each line after the indent, with a newline; `first` takes the place of the first line's indent.
std::string indented(const std::vector<std::string>& lines, std::string_view first,
                     std::string_view indent);

}  // namespace dateline
