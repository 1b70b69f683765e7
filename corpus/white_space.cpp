#include "corpus/white_space.hpp"

namespace dateline {

namespace {

unsigned char byte_at(std::string_view text, std::size_t at) {
    return at < text.size() ? static_cast<unsigned char>(text[at]) : 0;
}

// U+2000..U+200A, U+2028, U+2029, U+202F and U+205F share the first byte.
bool is_wide_e2(unsigned char second, unsigned char third) {
    if (second == 0x81) return third == 0x9F;
    if (second != 0x80 || third < 0x80) return false;
    return third <= 0x8A || third == 0xA8 || third == 0xA9 || third == 0xAF;
}

}  // namespace

std::size_t white_space_size(std::string_view text) {
    const unsigned char first = byte_at(text, 0);
    if (first < 0x80) return (first == ' ' || (first >= '\t' && first <= '\r')) ? 1 : 0;
    const unsigned char second = byte_at(text, 1);
    if (first == 0xC2) return (second == 0x85 || second == 0xA0) ? 2 : 0;
    const unsigned char third = byte_at(text, 2);
    if (first == 0xE1) return (second == 0x9A && third == 0x80) ? 3 : 0;  // U+1680
    if (first == 0xE2) return is_wide_e2(second, third) ? 3 : 0;
    return (first == 0xE3 && second == 0x80 && third == 0x80) ? 3 : 0;  // U+3000
}

std::size_t leading_white_space(std::string_view text) {
    std::size_t at = 0;
    while (const std::size_t size = white_space_size(text.substr(at))) at += size;
    return at;
}

std::size_t trailing_white_space(std::string_view text) {
    std::size_t end = text.size();
    while (end > 0) {
        std::size_t begin = end - 1;
        while (begin > 0 && end - begin < 3 && (byte_at(text, begin) & 0xC0) == 0x80) --begin;
        if (white_space_size(text.substr(begin, end - begin)) != end - begin) break;
        end = begin;
    }
    return text.size() - end;
}

}  // namespace dateline
