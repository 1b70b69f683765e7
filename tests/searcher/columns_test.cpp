#include "searcher/columns.hpp"

#include "tests/catch.hpp"

using namespace dateline;

namespace {

std::vector<std::string> clusters_of(std::string_view text) {
    std::vector<std::string> out;
    for (std::size_t offset = 0; offset < text.size();) {
        const std::size_t end = cluster_end(text, offset);
        out.emplace_back(text.substr(offset, end - offset));
        offset = end;
    }
    return out;
}

}  // namespace

TEST_CASE("a character takes as many columns as a terminal gives it") {
    for (const char32_t code : {U'a', U'é', U'Я', U'ع', U'א', U'…', U'·', U'ก', U'क'}) {
        CHECK(columns_of(code) == 1);
    }
    for (const char32_t code : {U'北', U'か', U'한', U'！', U'　', U'😀', U'\U00020000'}) {
        CHECK(columns_of(code) == 2);
    }
    for (const char32_t code : {char32_t{0x301}, char32_t{0x200B}, char32_t{0x200D},
                                char32_t{0xFE0F}, char32_t{0x64B}, char32_t{0x1161}, U'\n'}) {
        CHECK(columns_of(code) == 0);
    }
}

TEST_CASE("bytes that are no character are told from those that are") {
    for (const std::string_view bytes : {"\x80", "\xFF", "\xC0\x80", "\xE0\x80\x80", "\xED\xA0\x80",
                                         "\xF4\x90\x80\x80", "\xE2\x82"}) {
        const ShownCharacter character = shown_character(bytes, 0);
        CHECK_FALSE(character.valid);
        CHECK(character.bytes == 1);
    }
    CHECK(shown_character("\xEF\xBF\xBD", 0).valid);
    CHECK(shown_character("x北", 1).code == U'北');
    CHECK(shown_character("x北", 1).bytes == 3);
}

TEST_CASE("marks, joined emoji and flags stay with their base") {
    CHECK(clusters_of("e\u0301a") == std::vector<std::string>{"e\u0301", "a"});
    CHECK(clusters_of("👨\u200D👩\u200D👧x") == std::vector<std::string>{"👨\u200D👩\u200D👧", "x"});
    CHECK(clusters_of("👍🏽!") == std::vector<std::string>{"👍🏽", "!"});
    CHECK(clusters_of("🇩🇪🇫🇷🇮") == std::vector<std::string>{"🇩🇪", "🇫🇷", "🇮"});
    CHECK(clusters_of("कि") == std::vector<std::string>{"कि"});
    CHECK(clusters_of("\xFF\xFF") == std::vector<std::string>{"\xFF", "\xFF"});
}
