#include "corpus/ascii.hpp"

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("capitals of ASCII are lowered, and nothing else is touched") {
    for (int byte = 0; byte < 256; ++byte) {
        const char c = static_cast<char>(byte);
        const bool is_capital = byte >= 'A' && byte <= 'Z';
        CHECK(lower_ascii(c) == static_cast<char>(is_capital ? byte + 32 : byte));
        CHECK(is_ascii_letter(c) == (is_capital || (byte >= 'a' && byte <= 'z')));
        CHECK(is_beyond_ascii(c) == (byte >= 128));
    }
    CHECK(lower_ascii(std::string_view("The ÄRZTE, 3 WTO")) == "the Ärzte, 3 wto");
}
