#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace dateline {

/// Whether a text may hold its zero bytes by damage: one in 256
/// bytes, of a short text up to four (one in 32 bytes), and never two side by side as binary data
/// has them. Not for UTF-16.
bool has_few_zero_bytes(std::string_view bytes);
/// "2 zero bytes are left out"; empty where there is none.
std::string zero_byte_warning(std::size_t count);
std::size_t count_zero_bytes(std::string_view bytes);

}  // namespace dateline
