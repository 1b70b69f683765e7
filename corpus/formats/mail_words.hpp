#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// A header's text with its encoded words (RFC 2047) decoded, also where they stand inside other
/// words, hold blanks, are cut at the end, or split characters between them. GMime 3.2 loses what
/// follows a word of base64 that is padded, as mail programs write them. `text`: UTF-8, one line.
std::string decode_words(std::string_view text);

/// The text with each run of encoded words as one, in UTF-8: GMime reads that right.
std::string join_words(std::string_view text);

}  // namespace dateline
