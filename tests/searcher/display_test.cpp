#include <random>

#include "searcher/columns.hpp"
#include "searcher/render.hpp"
#include "tests/catch.hpp"

using namespace dateline;

namespace {

bool is_harmless(std::string_view text) {
    for (std::size_t offset = 0; offset < text.size();) {
        const auto [code, bytes, valid] = shown_character(text, offset);
        if (!valid || is_control(code) || overrides_direction(code)) return false;
        offset += bytes;
    }
    return true;
}

}  // namespace

TEST_CASE("the width of a text is that of its characters") {
    CHECK(display_width("") == 0);
    CHECK(display_width("nato") == 4);
    CHECK(display_width("北京 nato") == 9);
    CHECK(display_width("cafe\u0301") == 4);
    CHECK(display_width("بغداد") == 5);
}

TEST_CASE("nothing that a terminal obeys gets through, whatever the bytes") {
    std::mt19937 numbers(5);
    for (int i = 0; i < 20000; ++i) {
        std::string bytes;
        for (int j = 0; j < 12; ++j) {
            const bool lead = numbers() % 3 == 0;
            bytes += static_cast<char>(lead ? 0xC2 + numbers() % 0x20 : numbers() % 256);
        }
        const std::string shown = printable(bytes);
        REQUIRE(is_harmless(shown));
        REQUIRE(printable(shown) == shown);
    }
}

TEST_CASE("printable text keeps what can be read") {
    CHECK(printable("a\tb\nc") == "a b c");
    CHECK(printable("\x1b[31mred\x1b[0m\x07") == "[31mred[0m");
    CHECK(printable("a\u202Eb\u2066c\u200F") == "abc\u200F");
    CHECK(printable("a\u009B31mb\x7F") == "a31mb");
    CHECK(printable("a\u2028b\u0085c") == "a b c");
    CHECK(printable("a\xFFz") == "a\uFFFDz");
    CHECK(printable("北京 é 👍🏽 بغداد") == "北京 é 👍🏽 بغداد");
}
