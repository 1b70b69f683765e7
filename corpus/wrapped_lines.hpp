#pragma once

#include <cstddef>
#include <string>

#include "corpus/line_hyphens.hpp"
#include "corpus/text_lines.hpp"

namespace dateline {

/// Characters of the longest line.
std::size_t width_of(LineBlock block);

/// Whether the lines of a block are prose that was broken to fit a width: at least 3/4 of the
/// breaks stand where the next word would have made the line longer than the block's longest (of 40
/// to 200 characters; to 100 in a block of two or three lines, which prove less).
bool is_wrapped(LineBlock block);

/// The same by habits that leave lines ragged: all lines but the last fill at least 4/5 of `width`,
/// and go on in lower case as words in a sentence do. `width`: of other blocks of the text that are
/// wrapped; 0 where there are none, when the block must prove it by itself (50 to 100 characters).
bool is_wrapped_raggedly(LineBlock block, std::size_t width);

/// For lines of a text that is known to be wrapped, which prove nothing by themselves: no line
/// shows that it is one of a list, a table or verse.
bool may_be_wrapped(LineBlock block);

/// Lines joined by blanks, words that were divided put together (line_hyphens.hpp). A line that
/// ends a sentence and left room for the next word ends a paragraph ("\n\n").
std::string join_wrapped_lines(LineBlock block, std::size_t width, LineHyphens& hyphens);

}  // namespace dateline
