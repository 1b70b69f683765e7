#include "corpus/terminal_text.hpp"

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("controls of one byte and of two, overrides and bytes that are no text come out as ?") {
    CHECK(without_controls("a\x1b[2J\x7f\r\n\tb") == "a?[2J????b");
    CHECK(without_controls("\xC2\x9B"
                           "31m") == "?31m");
    CHECK(without_controls("\x9B"
                           "31m\xFF") == "?31m?");
    CHECK(without_controls("\xE2\x80\xAE"
                           "x\xE2\x81\xA6") == "?x?");
    CHECK(without_controls("Zürich 日本 \xC2\xA0€ 😀") == "Zürich 日本 \xC2\xA0€ 😀");
    CHECK(without_controls("a\nb\x1b", "\n") == "a\nb?");
}

TEST_CASE("in JSON they are escapes of JSON") {
    CHECK(escaped_json("{\"a\":\"\x7f\xC2\x9B\xE2\x80\xAE\xC3\xBC\"}") ==
          "{\"a\":\"\\u007f\\u009b\\u202e\xC3\xBC\"}");
    CHECK(escaped_json("").empty());
}
