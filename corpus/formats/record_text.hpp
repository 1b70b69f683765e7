#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// Bytes of a record as text.
struct RecordText {
    std::string text;     ///< valid UTF-8
    std::string warning;  ///< not empty where some bytes are no characters: the reason of a Warning
};

/// decode_text, and whether something was lost.
RecordText read_record_text(std::string_view bytes, std::string_view declared_charset = {});

}  // namespace dateline
