#include "corpus/charset.hpp"

#include <string>

#include "corpus/clean_text.hpp"
#include "tests/catch.hpp"
#include "tests/corpus/charset_texts.hpp"

using namespace dateline;
using namespace std::string_view_literals;

namespace {

std::string name_of(std::string_view label) {
    const auto charset = charset_of(label);
    return charset ? charset->name : "none";
}

}  // namespace

TEST_CASE("labels mean what browsers take them for") {
    for (const char* label : {"latin1", "ISO-8859-1", "us-ascii", " \"Windows-1252\" ", "cp1252"})
        CHECK(name_of(label) == "windows-1252");
    CHECK(name_of("gb2312") == "gb18030");
    CHECK(name_of("GBK") == "gb18030");
    CHECK(name_of("latin5") == "windows-1254");
    CHECK(name_of("tis-620") == "windows-874");
    CHECK(name_of("ks_c_5601-1987") == "euc-kr");
    CHECK(name_of("x-sjis") == "shift_jis");
    CHECK(name_of("UTF8") == "utf-8");
    CHECK(name_of("utf-16") == "utf-16le");
    CHECK(name_of("ibm850") == "ibm850");
}

TEST_CASE("a label that nobody knows is no charset") {
    for (const std::string& label :
         {std::string(), std::string("none-such"), std::string(5000, 'a'), std::string("utf-8;x"),
          std::string("../data"), std::string("ibm-37,swaplfnl"), std::string("\xFF\0", 2)})
        CHECK(name_of(label) == "none");
}

TEST_CASE("every charset gives back the text that was written in it") {
    for (const test::CharsetText& row : test::charset_texts) {
        CAPTURE(row.charset, row.converter);
        const auto charset = charset_of(row.charset);
        REQUIRE(charset);
        const CharsetReading reading =
            read_charset(test::encoded(row.text, row.converter), *charset);
        CHECK(reading.text == row.text);
        CHECK(reading.bad_places == 0);
    }
    const std::string mail = test::encoded(test::japanese, "ISO-2022-JP");
    CHECK(read_charset(mail, *charset_of("iso-2022-jp")).text == test::japanese);
}

TEST_CASE("a long text is read like a short one") {
    std::string text;
    while (text.size() < 3'000'000) text += test::chinese;
    const CharsetReading reading = read_charset(test::encoded(text, "gb18030"), *charset_of("gbk"));
    CHECK(reading.text == text);
}

TEST_CASE("bad places are counted, and the text stays UTF-8") {
    std::string bytes = test::encoded(test::japanese, "EUC-JP");
    CHECK(read_charset(bytes + "\xFF\xFF x", *charset_of("euc-jp")).bad_places > 0);
    for (std::size_t size = 0; size < bytes.size(); ++size)
        for (const char* name : {"euc-jp", "shift_jis", "gb18030", "utf-8", "utf-16be"}) {
            const auto reading = read_charset(bytes.substr(0, size), *charset_of(name));
            REQUIRE_FALSE(first_invalid_utf8(reading.text));
        }
}

TEST_CASE("byte order marks name their charset") {
    CHECK(byte_order_mark("\xEF\xBB\xBFtext")->charset.name == "utf-8");
    CHECK(byte_order_mark("\xFF\xFEt\0"sv)->charset.name == "utf-16le");
    CHECK(byte_order_mark("\xFE\xFF\0t"sv)->charset.name == "utf-16be");
    CHECK(byte_order_mark("\xFF\xFE\0\0t\0\0\0"sv)->charset.name == "utf-32le");
    CHECK(byte_order_mark("\0\0\xFE\xFF\0\0\0t"sv)->charset.name == "utf-32be");
    CHECK_FALSE(byte_order_mark("text"));
    CHECK_FALSE(byte_order_mark(""));
}

TEST_CASE("UTF-16 without a mark shows by its zero bytes") {
    for (const std::string_view text : {test::german, test::russian, test::polish}) {
        CHECK(utf16_without_mark(test::encoded(text, "UTF-16LE"))->name == "utf-16le");
        CHECK(utf16_without_mark(test::encoded(text, "UTF-16BE"))->name == "utf-16be");
        CHECK_FALSE(utf16_without_mark(text));
        CHECK_FALSE(utf16_without_mark(test::encoded(text, "UTF-32LE")));
    }
    CHECK_FALSE(utf16_without_mark(""));
    CHECK_FALSE(utf16_without_mark("a\0b"sv));
    CHECK_FALSE(utf16_without_mark("\x01\0\x02\0\x03\0\x04\0\x05\0\x06\0"sv));
    CHECK_FALSE(utf16_without_mark(std::string(100, '\0')));
}
