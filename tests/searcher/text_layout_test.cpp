#include "searcher/text_layout.hpp"

#include "searcher/columns.hpp"
#include "searcher/render.hpp"
#include "tests/catch.hpp"
#include "tests/searcher/shown_text.hpp"

using namespace dateline;
using Lines = std::vector<std::string>;

namespace {

constexpr Ink bold_and_red{"1", "31"};

std::string without_blanks(std::string_view text) {
    std::string out;
    for (std::size_t offset = 0; offset < text.size();) {
        const ShownCharacter character = shown_character(text, offset);
        if (!is_blank(character.code)) out += text.substr(offset, character.bytes);
        offset += character.bytes;
    }
    return out;
}

bool is_one_cluster(std::string_view text) { return cluster_end(text, 0) == text.size(); }

}  // namespace

TEST_CASE("no line is wider than asked, and nothing but blanks is lost or added") {
    test::RandomProse prose(2);
    for (int i = 0; i < 3000; ++i) {
        const std::string text = prose.text(prose.below(40));
        const std::size_t width = 2 + prose.below(60);
        std::string joined;
        for (const std::string& line : wrap_text(text, prose.ranges(text), width, bold_and_red)) {
            const std::string plain = test::without_color(line);
            INFO(plain);
            REQUIRE((display_width(plain) <= width || is_one_cluster(plain)));
            REQUIRE(plain == printable(plain));
            REQUIRE_FALSE(plain.starts_with(' '));
            REQUIRE_FALSE(plain.ends_with(' '));
            joined += plain;
        }
        REQUIRE(without_blanks(joined) == without_blanks(printable(text)));
    }
}

TEST_CASE("colour changes no line") {
    test::RandomProse prose(9);
    for (int i = 0; i < 500; ++i) {
        const std::string text = prose.text(30);
        const std::vector<TextRange> matches = prose.ranges(text);
        const Lines colored = wrap_text(text, matches, 24, bold_and_red);
        Lines plain;
        for (const std::string& line : colored) plain.push_back(test::without_color(line));
        REQUIRE(plain == wrap_text(text, matches, 24, {}));
    }
}

TEST_CASE("lines break between words") {
    CHECK(wrap_text("NATO training  in\nIraq", {}, 13, {}) == Lines{"NATO training", "in Iraq"});
    CHECK(wrap_text("abcdefgh ij", {}, 5, {}) == Lines{"abcde", "fgh", "ij"});
    CHECK(wrap_text("10\u00A0000 men", {}, 7, {}) == Lines{"10\u00A0000", "men"});
    CHECK(wrap_text("  ", {}, 9, {}).empty());
}

TEST_CASE("scripts without blanks break between characters, not before a closing mark") {
    CHECK(wrap_text("北京市政府发表", {}, 6, {}) == Lines{"北京市", "政府发", "表"});
    CHECK(wrap_text("北京。市「政」府", {}, 5, {}) == Lines{"北", "京。", "市", "「政", "」府"});
}

TEST_CASE("a match keeps its ink over a line's end") {
    CHECK(wrap_text("in NATO Iraq", {{3, 12}}, 8, {"", "31"}) ==
          Lines{"in \x1b[31mNATO\x1b[0m", "\x1b[31mIraq\x1b[0m"});
    CHECK(wrap_text("in NATO Iraq", {{3, 7}, {8, 12}}, 40, bold_and_red) ==
          Lines{"\x1b[1min \x1b[0m\x1b[31mNATO\x1b[0m\x1b[1m \x1b[0m\x1b[31mIraq\x1b[0m"});
}

TEST_CASE("indented lines end in newlines") {
    CHECK(indented({"a", "b"}, "1 ", "  ") == "1 a\n  b\n");
    CHECK(indented({}, "1 ", "  ").empty());
}

TEST_CASE("a list breaks between its texts, without a dot there") {
    const std::vector<InkedText> texts{
        {"5 January 2020", ""}, {"Wire", "2"}, {"", ""}, {"id", "36"}};
    CHECK(wrap_list(texts, 40, "2") ==
          Lines{"5 January 2020\x1b[2m \u00B7 \x1b[0m\x1b[2mWire\x1b[0m\x1b[2m \u00B7 "
                "\x1b[0m\x1b[36mid\x1b[0m"});
    CHECK(wrap_list(texts, 14, "") ==
          Lines{"5 January 2020", "\x1b[2mWire\x1b[0m \u00B7 \x1b[36mid\x1b[0m"});
    CHECK(wrap_list({{"wire/2020/0105.txt", ""}, {"id", ""}}, 12, "") ==
          Lines{"wire/2020/01", "05.txt \u00B7 id"});
    CHECK(wrap_list({}, 12, "").empty());
}
