#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace dateline {

/// Byte offset of the first byte that is not UTF-8 (also overlong forms, surrogates, over
/// U+10FFFF).
std::optional<std::size_t> first_invalid_utf8(std::string_view text);

/// A field that is one line: NFC, every run of white space and control characters one blank, none
/// at the ends. Soft hyphens and a byte order mark are removed. Valid UTF-8 in.
std::string clean_line(std::string_view text);

/// A body: NFC, CR LF and CR as newline, control characters save newline and tab removed, soft
/// hyphens removed; paragraphs, as told by empty lines (lines of blanks only are empty), separated
/// by exactly "\n\n"; where a text has no empty line at all, every newline ends a paragraph when
/// its lines are as long as paragraphs are (see .cpp for the rule); lines trimmed at their ends;
/// none at the ends of the body.
std::string clean_body(std::string_view text);

/// "en" of "en-US", "EN_us", "eng", "English"; empty for anything that is not a language. The
/// result is ISO 639-1 where there is one.
std::string language_code(std::string_view text);

}  // namespace dateline
