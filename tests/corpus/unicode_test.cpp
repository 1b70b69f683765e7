#include "corpus/unicode.hpp"

#include "tests/catch.hpp"

using namespace dateline;

namespace {

template <typename Claim>
void for_each_character(Claim claim) {
    for (char32_t c = 0; c < 0x110000; ++c) {
        if (c < 0xD800 || c >= 0xE000) claim(c);
    }
}

bool is_word_part(CharacterClass kind) {
    return kind == CharacterClass::letter || kind == CharacterClass::digit ||
           kind == CharacterClass::unspaced || kind == CharacterClass::mark;
}

std::string lower(std::string_view text, CasingRules rules = CasingRules::standard) {
    return to_utf8(lower_case(to_utf32(text), rules));
}

std::string folded(std::string_view text, std::u32string_view kept = {}) {
    return to_utf8(fold_diacritics(lower_case(to_utf32(text)), kept));
}

}  // namespace

TEST_CASE("every character survives UTF-8 and back") {
    std::size_t wrong = 0;
    for_each_character([&](char32_t c) {
        const std::string bytes = to_utf8(std::u32string{c});
        const Character read = character_at(bytes, 0);
        wrong +=
            read.code != c || read.size != bytes.size() || to_utf32(bytes) != std::u32string{c};
    });
    CHECK(wrong == 0);
}

TEST_CASE("bytes that are not UTF-8 are read one by one, never beyond the end") {
    for (const std::string_view text :
         {"\xC3", "\xE2\x82", "\xF0\x9F\x98", "\xFF", "\x80", "\xC3(", "\xC0\x80"}) {
        CHECK(character_at(text, 0).code == 0xFFFD);
        CHECK(character_at(text, 0).size == 1);
    }
}

TEST_CASE("a letter in lower case, or folded, is still a word, and stays as it is from then on") {
    std::size_t not_words = 0, lower_again = 0, folded_again = 0;
    for_each_character([&](char32_t c) {
        const CharacterClass kind = character_class(c);
        if (!is_word_part(kind) || kind == CharacterClass::mark) return;
        const std::u32string small = lower_case(std::u32string{c});
        const std::u32string base = fold_diacritics(small);
        if (kind == CharacterClass::unspaced) not_words += small.size() != 1 || base != small;
        not_words += base.empty() || character_class(base[0]) == CharacterClass::mark;
        for (const char32_t b : small + base) not_words += !is_word_part(character_class(b));
        lower_again += lower_case(small) != small;
        folded_again += fold_diacritics(base) != base || lower_case(base) != base;
    });
    CHECK(not_words == 0);
    CHECK(lower_again == 0);
    CHECK(folded_again == 0);
}

TEST_CASE("characters are told apart as words need it") {
    for (const char32_t c : std::u32string_view(U"aZéßжאبत"))
        CHECK(character_class(c) == CharacterClass::letter);
    for (const char32_t c : std::u32string_view(U"0９٣²"))
        CHECK(character_class(c) == CharacterClass::digit);
    for (const char32_t c : std::u32string_view(U"東あアー々한ไ"))
        CHECK(character_class(c) == CharacterClass::unspaced);
    for (const char32_t c : std::u32string_view(U"\u0301\u00AD\u0640\u200D\u064B\u093E"))
        CHECK(character_class(c) == CharacterClass::mark);
    for (const char32_t c : std::u32string_view(U" \n\u00A0\u3000\u2028"))
        CHECK(character_class(c) == CharacterClass::space);
    for (const char32_t c : std::u32string_view(U"'’ʼ"))
        CHECK(character_class(c) == CharacterClass::apostrophe);
    for (const char32_t c : std::u32string_view(U"-\u2010\u2011"))
        CHECK(character_class(c) == CharacterClass::hyphen);
    for (const char32_t c : std::u32string_view(U".,&—–_@#€½©😀\uFFFD"))
        CHECK(character_class(c) == CharacterClass::other);
    CHECK(character_class(0x110000) == CharacterClass::other);
}

TEST_CASE("letters and their marks compose as in NFC") {
    CHECK(compose(U"e\u0301") == U"é");
    CHECK(compose(U"a\u0323\u0302") == U"ậ");
    CHECK(compose(U"и\u0306") == U"й");
    CHECK(compose(U"か\u3099") == U"が");
    CHECK(compose(U"\u1112\u1161\u11AB\u1100\u116E\u11A8") == U"한국");
    CHECK(compose(U"x\u0302y") == U"x\u0302y");
    CHECK(compose(U"\u0301e") == U"\u0301e");
}

TEST_CASE("lower case is that of the whole word, without what is not written everywhere") {
    CHECK(lower("ÉCOLE Straße ΟΔΟΣ") == "école straße οδοσ");
    CHECK(lower("ＡＢＣ１２ ﬁn") == "abc12 fin");
    CHECK(lower("O’Brien F‑16") == "o'brien f-16");
    CHECK(lower("٢٠٢٠") == "2020");
    CHECK(lower("Москва\u0301") == "москва");
    CHECK(lower("İstanbul") == "istanbul");
    CHECK(lower("ISPARTA İstanbul", CasingRules::dotless_i) == "ısparta istanbul");
    CHECK(lower("ｶﾞ") == "ガ");
}

TEST_CASE("diacritics fold to base letters but for those that are letters of their own") {
    CHECK(folded("Éçü ñ Łódź") == "ecu n lodz");
    CHECK(folded("ß æ œ ø đ þ ı") == "ss ae oe o d th i");
    CHECK(folded("Ёлка Йод Київ") == "елка йод київ");
    CHECK(folded("Ἀθῆναι λόγος") == "αθηναι λογοσ");
    CHECK(folded("مُحَمَّد محمـــد") == "محمد محمد");
    CHECK(folded("שָׁלוֹם") == "שלום");
    CHECK(folded("हिन्दी") == "हिन्दी");
    CHECK(folded("Ångström é", U"åäö") == "ångström e");
}
