#include "corpus/clean_text.hpp"

#include <unicode/normalizer2.h>

#include <random>
#include <string>
#include <vector>

#include "tests/catch.hpp"

using namespace dateline;

namespace {

std::string utf8(char32_t c) {
    const auto byte = [](char32_t value) { return static_cast<char>(value); };
    const auto tail = [&](char32_t value) { return byte(0x80 | (value & 0x3F)); };
    if (c < 0x80) return {byte(c)};
    if (c < 0x800) return {byte(0xC0 | c >> 6), tail(c)};
    if (c < 0x10000) return {byte(0xE0 | c >> 12), tail(c >> 6), tail(c)};
    return {byte(0xF0 | c >> 18), tail(c >> 12), tail(c >> 6), tail(c)};
}

bool is_nfc(const std::string& text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
    return nfc->isNormalizedUTF8(text, status) && U_SUCCESS(status);
}

std::vector<std::string> random_texts(std::size_t count) {
    const std::vector<std::string> pieces{"word",
                                          "a",
                                          " ",
                                          "  ",
                                          "\t",
                                          "\n",
                                          "\n",
                                          "\n\n",
                                          "\r\n",
                                          "\r",
                                          "\v",
                                          ".",
                                          "\"",
                                          "e",
                                          "\u0301",
                                          "\u00AD",
                                          "\u200B",
                                          "\uFEFF",
                                          "\u00A0",
                                          "\u3000",
                                          "\u2028",
                                          "\u2029",
                                          "\u0085",
                                          "\x01",
                                          "\x7F",
                                          "\u212B",
                                          "\u1100",
                                          "\u1161",
                                          "\u0323",
                                          "\u2000",
                                          "語",
                                          "Ω",
                                          "\u202E",
                                          "twenty characters ok",
                                          "a line of some forty characters or more"};
    std::mt19937 random(20200105);
    std::vector<std::string> texts(count);
    for (std::string& text : texts) {
        for (std::size_t i = random() % 40; i > 0; --i) text += pieces[random() % pieces.size()];
    }
    return texts;
}

}  // namespace

TEST_CASE("cleaning what is clean changes nothing") {
    for (const std::string& text : random_texts(20'000)) {
        const std::string line = clean_line(text);
        const std::string body = clean_body(text);
        INFO(text);
        REQUIRE(clean_line(line) == line);
        REQUIRE(clean_body(body) == body);
        REQUIRE(is_nfc(line));
        REQUIRE(is_nfc(body));
    }
}

TEST_CASE("clean text holds no control characters, and paragraphs one empty line between them") {
    for (const std::string& text : random_texts(20'000)) {
        const std::string line = clean_line(text);
        const std::string body = clean_body(text);
        INFO(text);
        REQUIRE(!first_invalid_utf8(body));
        REQUIRE(line.find_first_of("\n\t\r\v\x01\x7F") == line.npos);
        REQUIRE(line.find("  ") == line.npos);
        REQUIRE(body.find_first_of("\r\v\x01\x7F") == body.npos);
        for (const char* odd : {"\u00AD", "\u200B", "\uFEFF", "\u00A0", "\u0085", "\u202E"}) {
            REQUIRE(line.find(odd) == line.npos);
            REQUIRE(body.find(odd) == body.npos);
        }
        REQUIRE(body.find("\n\n\n") == body.npos);
        REQUIRE(body.find(" \n") == body.npos);
        REQUIRE(body.find("\n ") == body.npos);
        if (!body.empty()) {
            REQUIRE(std::string(" \t\n").find(body.front()) == std::string::npos);
            REQUIRE(std::string(" \t\n").find(body.back()) == std::string::npos);
        }
    }
}

TEST_CASE("every character of Unicode comes out in NFC, whatever stands before it") {
    for (const std::string before : {"", "e", "\u1100", "\u0915", "\u05D3"}) {
        for (char32_t c = 1; c < 0x30000; ++c) {
            if (c >= 0xD800 && c < 0xE000) continue;
            if (!is_nfc(clean_line(before + utf8(c))))
                FAIL(before << " + " << static_cast<std::uint32_t>(c));
        }
    }
}

TEST_CASE("invalid UTF-8 is found at its first byte") {
    CHECK(!first_invalid_utf8(""));
    CHECK(!first_invalid_utf8("plain, für, 語, \U0001F600"));
    const std::string before(100, 'x');
    for (const std::string bad : {"\x80", "\xFF", "\xC0\xAF", "\xC1\x81", "\xE0\x9F\xBF",
                                  "\xED\xA0\x80", "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80",
                                  "\xF5\x80\x80\x80", "\xE2\x82", "\xE2\x82x", "f\xFCr"}) {
        CAPTURE(bad);
        const std::size_t ascii = bad[0] == 'f' ? 1 : 0;
        CHECK(first_invalid_utf8(before + bad + " after") == before.size() + ascii);
        CHECK(first_invalid_utf8(before + "é" + bad) == before.size() + 2 + ascii);
    }
}

TEST_CASE("the fields of a line are set right") {
    CHECK(clean_line("  Two\twords\r\n") == "Two words");
    CHECK(clean_line("Control\x03"
                     "character") == "Control character");
    CHECK(clean_line("soft\u00ADhyphen \uFEFFmark") == "softhyphen mark");
    CHECK(clean_line("10\u00A0000\u202F\u20AC") == "10 000 \u20AC");
    CHECK(clean_line("Cafe\u0301") == "Caf\u00E9");
    CHECK(clean_line("e\u00AD\u0301") == "\u00E9");
    CHECK(clean_line("\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645").find("\u200C") !=
          std::string::npos);
    CHECK(clean_line(" \n\t ").empty());
    CHECK(clean_line(std::string("zero\0byte", 9)) == "zero byte");
}

TEST_CASE("every kind of line end is a newline in a body") {
    for (const std::string end : {"\n", "\r\n", "\r", "\v", "\f", "\u0085", "\u2028", "\u2029"}) {
        CHECK(clean_body("First." + end + end + "Second.") == "First.\n\nSecond.");
    }
    CHECK(clean_body("one\r\n\r\n\r\ntwo") == "one\n\ntwo");
    CHECK(clean_body("bell\x07 rings\x7F") == "bell rings");
}

TEST_CASE("a byline loses the word By and nothing else") {
    CHECK(clean_byline("By Jane Doe") == "Jane Doe");
    CHECK(clean_byline(" BY  JANE DOE\n") == "JANE DOE");
    CHECK(clean_byline("Byron Roe") == "Byron Roe");
    CHECK(clean_byline("By") == "By");
}

TEST_CASE("a soft hyphen at the end of a line puts the word together") {
    CHECK(clean_body("inter\u00AD\nnational") == "international");
    CHECK(clean_body("inter\u00AD \r\n  national law") == "international law");
    CHECK(clean_line("inter\u00AD\nnational") == "international");
    CHECK(clean_body("the end\u00AD\n\nNext") == "the end\n\nNext");
}

TEST_CASE("names that are joined by bare commas are set apart") {
    CHECK(clean_byline("Jane Smith,John Doe,Staff Writer") == "Jane Smith, John Doe, Staff Writer");
    CHECK(clean_byline("By Jane Smith, Staff") == "Jane Smith, Staff");
    CHECK(clean_byline("1,000 readers,") == "1,000 readers,");
}

TEST_CASE("controls that only windows-1252 can mean are its characters") {
    CHECK(clean_line("Turkey\u0092nin \u0093word\u0094") == "Turkey’nin “word”");
    CHECK(clean_body("word\u0097dash\u0080") == "word—dash€");
    CHECK(clean_line("a\u0081b") == "a b");
    CHECK(clean_body("a\u0081b") == "ab");
}
