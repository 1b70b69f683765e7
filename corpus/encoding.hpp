#pragma once

#include <string>
#include <string_view>

namespace dateline {

struct DecodedText {
    std::string text;     ///< valid UTF-8, without byte order mark
    std::string charset;  ///< what the bytes were taken for, as the WHATWG writes it in lower case
};

/// Bytes as text, by the first of these that holds: a byte order mark; the charset that a document
/// or its protocol declares (any label of the WHATWG's Encoding Standard, whose reading of labels
/// is followed, or another that ICU knows), where the bytes are valid in it; valid UTF-8; UTF-8
/// with damaged places; a guess (charset_guess.hpp), which ends with windows-1252.
///
/// A declared charset is not believed against bytes that are UTF-8 beyond chance: servers declare
/// Latin-1 for everything. Up to one bad place in fifty characters is taken for damage, and shows
/// as U+FFFD. Bytes 0x80 to 0x9F under a label of ISO 8859 are what windows-1252 has there. Never
/// fails.
DecodedText decode_text(std::string_view bytes, std::string_view declared_charset = {});

}  // namespace dateline
