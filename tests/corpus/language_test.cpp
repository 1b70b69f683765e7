#include "corpus/language.hpp"

#include "corpus/unicode.hpp"
#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("kept letters are lower-case letters that would fold") {
    for (const std::string_view code : {"az", "da", "es", "et", "fi", "hu", "no", "sv", "tr"}) {
        const Language& language = language_rules(code);
        CHECK(language.code == code);
        CHECK_FALSE(language.kept_letters.empty());
        for (const char32_t letter : language.kept_letters) {
            const std::u32string one{letter};
            CHECK(lower_case(one) == one);
            CHECK(fold_diacritics(one) != one);
        }
    }
}

TEST_CASE("a language without special rules has the default row") {
    CHECK(language_rules("sw").code.empty());
    CHECK(language_rules("sw").kept_letters.empty());
    CHECK(language_rules("").apostrophe == ApostropheUse::possessive);
}

TEST_CASE("elisions are whole words") {
    const Language& french = language_rules("fr");
    CHECK(french.elides("l"));
    CHECK(french.elides("lorsqu"));
    CHECK_FALSE(french.elides("aujourd"));
    CHECK_FALSE(french.elides("lors"));
    CHECK_FALSE(french.elides(""));
    CHECK_FALSE(language_rules("en").elides("l"));
}
