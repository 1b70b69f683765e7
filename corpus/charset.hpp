#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace dateline {

/// A character encoding that ICU can undo.
struct Charset {
    std::string name;       ///< as the WHATWG writes it, in lower case: "windows-1252"
    std::string converter;  ///< ICU's name for it
};

/// The charset of a label such as "Latin1", "x-sjis" or "GB2312". The Encoding Standard (WHATWG)
/// says what labels mean, not their own standards: latin1 is windows-1252, gb2312 is gb18030. Other
/// labels are ICU's. nullopt where nobody knows it.
std::optional<Charset> charset_of(std::string_view label);

struct CharsetReading {
    std::string text;            ///< valid UTF-8, U+FFFD for each bad place
    std::size_t bad_places = 0;  ///< where the bytes are not valid in the charset
};

CharsetReading read_charset(std::string_view bytes, const Charset& charset);

/// UTF-8 is the charset "utf-8", the others those of UTF-16 and UTF-32 with their byte order.
struct ByteOrderMark {
    Charset charset;
    std::size_t bytes = 0;
};
std::optional<ByteOrderMark> byte_order_mark(std::string_view head);

/// UTF-16 without byte order mark, told by the zero bytes that every other byte of western text
/// then is.
std::optional<Charset> utf16_without_mark(std::string_view head);

}  // namespace dateline
