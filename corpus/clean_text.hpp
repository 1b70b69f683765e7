#pragma once

#include "corpus/paragraphs.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace dateline {

/// Byte offset of the first byte that is not UTF-8 (also overlong forms, surrogates, over
/// U+10FFFF).
std::optional<std::size_t> first_invalid_utf8(std::string_view text);

/// A field that is one line: NFC, every run of white space and control characters one blank, none
/// at the ends. Invisible characters are removed: soft hyphens, byte order marks, zero-width
/// spaces, word joiners and overrides of the writing direction (not the joiners that Persian and
/// Indic scripts need). U+0080 to U+009F are what windows-1252 has there. Valid UTF-8 in; cleaning
/// a clean line changes nothing.
std::string clean_line(std::string_view text);

/// A body: NFC; CR LF, CR, vertical tab, form feed and the Unicode line ends are newlines, other
/// white space but tabs is a blank; a soft hyphen at the end of a line goes together with the line
/// break; other control characters and the invisible ones are removed; lines trimmed at both ends;
/// laid out in paragraphs as paragraphs.hpp says. Valid UTF-8 in; cleaning a clean body changes
/// nothing.
std::string clean_body(std::string_view text, LineEnds ends = LineEnds::unknown);

/// clean_line without the "By" that newspapers print before the authors, with a blank behind each
/// comma between names.
std::string clean_byline(std::string_view text);

}  // namespace dateline
