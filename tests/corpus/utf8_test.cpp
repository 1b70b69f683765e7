#include "corpus/utf8.hpp"

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("characters of one to four bytes have their sizes") {
    CHECK(utf8_size("a\xC3\xA9") == 1);
    CHECK(utf8_size("\xC3\xA9") == 2);
    CHECK(utf8_size("\xE8\xAA\x9E") == 3);
    CHECK(utf8_size("\xF0\x9F\x98\x80") == 4);
}

TEST_CASE("what is no character has none") {
    for (const char* bad :
         {"", "\x80", "\xFF", "\xC0\xAF", "\xC1\x81", "\xE0\x9F\xBF", "\xED\xA0\x80",
          "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xE2\x82", "\xE2\x82x", "\xC3"}) {
        CAPTURE(bad);
        CHECK(utf8_size(bad) == 0);
    }
}
