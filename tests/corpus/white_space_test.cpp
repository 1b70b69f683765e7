#include "corpus/white_space.hpp"

#include "tests/catch.hpp"

#include <string>

using namespace dateline;

namespace {

std::string utf8(unsigned code) {
    const auto byte = [](unsigned value) { return static_cast<char>(value); };
    if (code < 0x80) return {byte(code)};
    if (code < 0x800) return {byte(0xC0 | code >> 6), byte(0x80 | (code & 63))};
    return {byte(0xE0 | code >> 12), byte(0x80 | (code >> 6 & 63)), byte(0x80 | (code & 63))};
}

// PropList.txt of Unicode.
bool is_white_space(unsigned code) {
    return (code >= 0x09 && code <= 0x0D) || code == 0x20 || code == 0x85 || code == 0xA0 ||
           code == 0x1680 || (code >= 0x2000 && code <= 0x200A) || code == 0x2028 ||
           code == 0x2029 || code == 0x202F || code == 0x205F || code == 0x3000;
}

}  // namespace

TEST_CASE("white space is what Unicode calls White_Space, and nothing else") {
    for (unsigned code = 1; code < 0xFFFF; ++code) {
        if (code >= 0xD800 && code < 0xE000) continue;
        const std::string character = utf8(code);
        const std::size_t expected = is_white_space(code) ? character.size() : 0;
        if (white_space_size(character) != expected) FAIL("U+" << std::hex << code);
        if (leading_white_space(character + 'x') != expected) FAIL("U+" << std::hex << code);
        if (trailing_white_space('x' + character) != expected) FAIL("U+" << std::hex << code);
    }
}

TEST_CASE("white space at either end is measured as a whole") {
    const std::string text = " \u00A0\n\u3000word one\u2003\t\u0085";
    CHECK(leading_white_space(text) == 7);
    CHECK(trailing_white_space(text) == 6);
    CHECK(leading_white_space("") == 0);
    CHECK(trailing_white_space("") == 0);
    CHECK(trailing_white_space("  ") == 2);
}
