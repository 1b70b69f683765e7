#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>

#include "corpus/charset.hpp"
#include "corpus/reader.hpp"

namespace dateline {

/// UTF-16 or UTF-32, told from the beginning of a file: by its byte order mark, or by its zero
/// bytes.
std::optional<ByteOrderMark> wide_charset(std::string_view head);

/// `raw`, which must outlive the stream and begins with `mark` (of 0 bytes where there is none), as
/// UTF-8; what is not valid comes as U+FFFD. Offsets count bytes of UTF-8.
std::unique_ptr<ByteStream> utf8_stream(ByteStream& raw, const ByteOrderMark& mark);

}  // namespace dateline
