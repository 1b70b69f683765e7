#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace dateline {

/// How the records of a JSON file are set apart.
enum class JsonLayout : std::uint8_t {
    lines,   ///< one record a line, whatever is wrong in it
    values,  ///< elements of an array, or objects one after the other, over any number of lines
};

/// Told from the first lines; nullopt for what is not JSON. A byte order mark is passed over.
std::optional<JsonLayout> json_layout(std::string_view head);

/// White space of JSON, and the record separator of RFC 7464.
inline constexpr std::string_view json_blanks = " \t\r\n\x1E";
inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

}  // namespace dateline
