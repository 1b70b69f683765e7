#include "corpus/encoding.hpp"

#include <array>
#include <random>
#include <string>

#include "corpus/clean_text.hpp"
#include "tests/catch.hpp"
#include "tests/corpus/charset_texts.hpp"

using namespace dateline;
using namespace std::string_view_literals;

namespace {

void check_text(const DecodedText& decoded, std::string_view text, std::string_view charset) {
    CHECK(decoded.text == text);
    CHECK(decoded.charset == charset);
}

}  // namespace

TEST_CASE("UTF-8 is given as it is") {
    for (const std::string_view text : {""sv, "plain"sv, test::german, test::chinese, "a\0b"sv}) {
        check_text(decode_text(text), text, "utf-8");
        check_text(decode_text(text, "utf-8"), text, "utf-8");
        check_text(decode_text(text, "no such charset"), text, "utf-8");
    }
}

TEST_CASE("what is written in a charset comes back, declared or not") {
    for (const test::CharsetText& row : test::charset_texts) {
        CAPTURE(row.charset, row.converter);
        const std::string bytes = test::encoded(row.text, row.converter);
        check_text(decode_text(bytes, row.charset), row.text, row.charset);
        check_text(decode_text(bytes), row.text, row.charset);
    }
}

TEST_CASE("a byte order mark comes before what is declared, and is no text") {
    for (const std::string name : {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"}) {
        CAPTURE(name);
        const std::string bytes = test::encoded("\uFEFF" + std::string(test::russian), name);
        CHECK(decode_text(bytes, "koi8-r").text == test::russian);
        CHECK(decode_text(bytes).text == test::russian);
    }
}

TEST_CASE("UTF-16 is told without a mark, and not believed where it cannot be") {
    check_text(decode_text(test::encoded(test::german, "UTF-16LE")), test::german, "utf-16le");
    check_text(decode_text(test::encoded(test::russian, "UTF-16BE"), "utf-16"), test::russian,
               "utf-16be");
    check_text(decode_text("plain words", "utf-16"), "plain words", "utf-8");
}

TEST_CASE("a declaration of Latin-1 is not believed against UTF-8") {
    check_text(decode_text("Straßen überflutet", "iso-8859-1"), "Straßen überflutet", "utf-8");
    check_text(decode_text(test::russian, "windows-1251"), test::russian, "utf-8");
    const std::string brand = test::encoded("CAFÉ™", "windows-1252");
    check_text(decode_text(brand, "iso-8859-1"), "CAFÉ™", "windows-1252");
}

TEST_CASE("mail in seven bits is read as declared") {
    const std::string mail = test::encoded(test::japanese, "ISO-2022-JP");
    check_text(decode_text(mail, "ISO-2022-JP"), test::japanese, "iso-2022-jp");
}

TEST_CASE("a declaration that the bytes contradict is passed over") {
    check_text(decode_text(test::encoded(test::german, "windows-1252"), "shift_jis"), test::german,
               "windows-1252");
    check_text(decode_text(test::encoded(test::german, "windows-1252"), "utf-8"), test::german,
               "windows-1252");
}

TEST_CASE("smart quotes under a label of ISO 8859 are quotes") {
    CHECK(decode_text(test::encoded("“Wałęsa”", "windows-1250"), "iso-8859-2").text == "“Wałęsa”");
}

TEST_CASE("a damaged place does not spoil the text around it") {
    std::string utf8 = std::string(test::german) + " don\x92t " + std::string(test::russian);
    check_text(decode_text(utf8),
               std::string(test::german) + " don’t " + std::string(test::russian), "utf-8");
    const std::string cut = std::string(test::russian).substr(0, test::russian.size() - 3);
    const std::string half = cut + "\xD0";
    CHECK(decode_text(half).text.starts_with(cut));
    CHECK(decode_text(std::string(test::japanese).substr(0, 100)).text.ends_with("\uFFFD"));
    std::string jis = test::encoded(test::japanese, "EUC-JP");
    jis.insert(20, "\xFF");
    const DecodedText decoded = decode_text(jis, "euc-jp");
    CHECK(decoded.charset == "euc-jp");
    CHECK(decoded.text.find("運休した") != std::string::npos);
}

TEST_CASE("whatever the bytes and the declaration, the text is UTF-8") {
    std::mt19937 random(11);
    const std::array labels{"",       "utf-8", "utf-16",     "latin1",      "gbk",      "big5",
                            "utf-32", "x",     "iso-8859-2", "iso-2022-jp", "koi8-r",   "utf-7",
                            "scsu",   "hz",    "ibm037",     "iso-8859-7",  "shift_jis"};
    for (int round = 0; round < 3000; ++round) {
        const test::CharsetText& row = test::charset_texts[random() % test::charset_texts.size()];
        std::string bytes(row.text);
        if (random() % 2 == 0) bytes = test::encoded(row.text, row.converter);
        for (std::size_t flips = random() % 20; flips > 0; --flips)
            bytes[random() % bytes.size()] = static_cast<char>(random());
        const DecodedText decoded = decode_text(bytes, labels[random() % labels.size()]);
        REQUIRE_FALSE(first_invalid_utf8(decoded.text));
        REQUIRE_FALSE(decoded.charset.empty());
    }
}
