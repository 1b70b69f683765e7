#include "corpus/glass/packing.hpp"

#include <bit>

namespace dateline::glass {

namespace {

char low_byte(std::uint64_t value) { return static_cast<char>(value & 0xFF); }

}  // namespace

void append_varint(std::string& out, std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) out += low_byte(value | 0x80);
    out += low_byte(value);
}

void append_string(std::string& out, std::string_view value) {
    append_varint(out, value.size());
    out += value;
}

void append_bool(std::string& out, bool value) { out += value ? '1' : '0'; }

void append_sorted_uint(std::string& out, std::uint32_t value) {
    // The first byte tells the length as in UTF-8: 2 bytes below 2^15, then seven bits more a byte.
    unsigned bytes = 2;
    while (bytes < 5 && value >= (std::uint64_t{1} << (7 * bytes + 1))) ++bytes;
    const auto marks = static_cast<std::uint8_t>(0xFF00U >> (bytes - 2));
    out += low_byte(marks | (bytes == 5 ? 0 : value >> (8 * (bytes - 1))));
    for (unsigned i = bytes - 1; i-- > 0;) out += low_byte(value >> (8 * i));
}

std::optional<std::uint32_t> sorted_uint(std::string_view bytes) {
    if (bytes.empty()) return std::nullopt;
    const auto first = static_cast<std::uint8_t>(bytes.front());
    const auto marks = static_cast<unsigned>(std::countl_one(first));
    if (bytes.size() != marks + 2) return std::nullopt;
    std::uint64_t value = first & 0x7FU >> marks;
    for (const char c : bytes.substr(1)) value = value << 8 | static_cast<unsigned char>(c);
    if (value > UINT32_MAX) return std::nullopt;
    return static_cast<std::uint32_t>(value);
}

void append_sorted_string(std::string& out, std::string_view value, bool is_last) {
    for (const char c : value) {
        out += c;
        if (c == '\0') out += '\xFF';
    }
    if (!is_last) out += '\0';
}

void put_uint16(char* at, std::uint32_t value) {
    at[0] = low_byte(value >> 8);
    at[1] = low_byte(value);
}

void put_uint32(char* at, std::uint32_t value) {
    put_uint16(at, value >> 16);
    put_uint16(at + 2, value & 0xFFFF);
}

std::uint32_t get_uint16(const char* at) {
    return static_cast<std::uint32_t>(static_cast<unsigned char>(at[0])) << 8 |
           static_cast<unsigned char>(at[1]);
}

std::uint32_t get_uint32(const char* at) { return get_uint16(at) << 16 | get_uint16(at + 2); }

}  // namespace dateline::glass
