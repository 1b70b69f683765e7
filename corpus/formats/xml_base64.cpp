#include "corpus/formats/xml_base64.hpp"

#include "corpus/encoding.hpp"

#include <cstdint>
#include <optional>

namespace dateline {
namespace {

/// 64 and over: no digit.
std::uint32_t digit_of(char c) {
    constexpr std::string_view digits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const std::size_t digit = digits.find(c);
    return digit == digits.npos ? 64 : static_cast<std::uint32_t>(digit);
}

std::optional<std::string> bytes_of(std::string_view base64) {
    std::string bytes;
    bytes.reserve(base64.size() / 4 * 3);
    std::uint32_t bits = 0;
    int count = 0;
    for (const char c : base64) {
        if (c == ' ' || c == '\n' || c == '\r' || c == '\t') continue;
        if (c == '=') break;
        const std::uint32_t digit = digit_of(c);
        if (digit > 63) return std::nullopt;
        bits = bits << 6 | digit;
        count += 6;
        if (count < 8) continue;
        count -= 8;
        bytes += static_cast<char>(bits >> count & 0xFF);
    }
    return bytes;
}

}  // namespace

std::string text_of_base64(std::string_view base64) {
    const std::optional<std::string> bytes = bytes_of(base64);
    const bool is_text = bytes && bytes->find('\0') == std::string::npos;
    return is_text ? decode_text(*bytes).text : std::string();
}

}  // namespace dateline
