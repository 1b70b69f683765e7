#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dateline::glass {

/// Xapian's own packings, as glass keys and tags use them (xapian-core 1.4, common/pack.h). Each
/// appends to `out`.
void append_varint(std::string& out, std::uint64_t value);
void append_string(std::string& out, std::string_view value);
/// '0' or '1'.
void append_bool(std::string& out, bool value);
/// Byte order is numeric order. `value` < 2^32.
void append_sorted_uint(std::string& out, std::uint32_t value);
/// What it wrote, back; nullopt where `bytes` are not all of it.
std::optional<std::uint32_t> sorted_uint(std::string_view bytes);
/// Zero bytes escaped; the end byte only where more of the key follows.
void append_sorted_string(std::string& out, std::string_view value, bool is_last);

/// Big-endian, as block headers have them. `at` has room for 2 or 4 bytes.
void put_uint16(char* at, std::uint32_t value);
void put_uint32(char* at, std::uint32_t value);
std::uint32_t get_uint16(const char* at);
std::uint32_t get_uint32(const char* at);

}  // namespace dateline::glass
