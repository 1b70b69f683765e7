#pragma once

#include <string>
#include <string_view>

namespace dateline {

inline bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
inline bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
/// Part of a character beyond ASCII.
inline bool is_beyond_ascii(char c) { return static_cast<unsigned char>(c) >= 0x80; }

/// Whatever is not a capital of ASCII stays as it is, in all of these.
constexpr char lower_ascii(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
inline std::string lower_ascii(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = lower_ascii(c);
    return out;
}

}  // namespace dateline
