#include "corpus/analyzer.hpp"

#include <algorithm>
#include <random>
#include <set>
#include <string>

#include "corpus/schema.hpp"
#include "corpus/unicode.hpp"
#include "tests/catch.hpp"

using namespace dateline;

namespace {

constexpr std::string_view languages[] = {"en", "de", "fr", "tr", "ru", "ar", "ca",
                                          "hi", "el", "sr", "yi", "sw", "",   "fi"};

// Text that meets every rule often: letters of many scripts, marks, joiners, punctuation, rare
// characters.
std::string random_text(std::mt19937& random) {
    static const std::u32string common =
        U"aabcdeeilnorstuzIASTUF0123456789   ..,,''’’--&·\n_/"
        U"éöüßñçğışİåæøœþﬁＡ\u0301\u0308\u0327жйёщІЇґάςΣабвابت\u064B\u0640٣שׁ"
        U"हिन्दीத東京都はガｶﾞ한국ไทยำ\u200D\u00AD½²ⅣK";
    std::u32string text;
    const std::size_t size = random() % 60;
    for (std::size_t i = 0; i < size; ++i) {
        const auto any = static_cast<char32_t>(random() % 0x20000);
        const bool is_rare = random() % 20 == 0 && (any < 0xD800 || any >= 0xE000);
        text.push_back(is_rare ? any : common[random() % common.size()]);
    }
    return to_utf8(text);
}

template <typename Claim>
void for_random_texts(Claim claim) {
    std::mt19937 random(20200105);
    for (const std::string_view language : languages) {
        Analyzer analyzer(language);
        for (int i = 0; i < 3000; ++i) claim(analyzer, random_text(random));
    }
}

bool is_border(std::string_view text, std::size_t at) {
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

bool has_unspaced(std::string_view text) {
    const std::u32string characters = to_utf32(text);
    return std::any_of(characters.begin(), characters.end(),
                       [](char32_t c) { return character_class(c) == CharacterClass::unspaced; });
}

std::vector<std::string> terms(Analyzer& analyzer, std::string_view text) {
    std::vector<std::string> out;
    for (const Token& token : analyzer.analyze(text)) out.emplace_back(token.word->term);
    return out;
}

std::vector<std::string> terms(std::string_view language, std::string_view text) {
    Analyzer analyzer(language);
    return terms(analyzer, text);
}

using Terms = std::vector<std::string>;

}  // namespace

TEST_CASE("ranges ascend within the text, at character borders, and overlap in pairs alone") {
    for_random_texts([](Analyzer& analyzer, const std::string& text) {
        std::uint32_t end = 0, begin = 0, ordinal = 0;
        for (const Token& token : analyzer.analyze(text)) {
            INFO(text);
            REQUIRE(token.ordinal == ordinal++);
            REQUIRE_FALSE(token.range.empty());
            REQUIRE(token.range.end <= text.size());
            REQUIRE(is_border(text, token.range.begin));
            REQUIRE(is_border(text, token.range.end));
            const bool overlaps = token.range.begin < end;
            if (overlaps) {
                REQUIRE(token.joined);
                REQUIRE(token.range.begin > begin);
                REQUIRE(has_unspaced(text.substr(token.range.begin, end - token.range.begin)));
            }
            begin = token.range.begin;
            end = token.range.end;
        }
    });
}

TEST_CASE("terms are never empty, nor long, nor taken for terms of a field") {
    for_random_texts([](Analyzer& analyzer, const std::string& text) {
        for (const Token& token : analyzer.analyze(text)) {
            INFO(text << ": " << token.range.in(text));
            for (const std::string_view term : {token.word->term, token.word->folded}) {
                REQUIRE_FALSE(term.empty());
                REQUIRE(term.size() <= max_term_bytes);
                REQUIRE_FALSE((term[0] >= 'A' && term[0] <= 'Z'));
            }
        }
    });
}

TEST_CASE("a token is joined when no white space parts it from the one before") {
    for_random_texts([](Analyzer& analyzer, const std::string& text) {
        std::uint32_t end = 0;
        for (const Token& token : analyzer.analyze(text)) {
            INFO(text << ": " << token.range.in(text));
            bool has_space = false;
            if (token.range.begin > end) {
                for (const char32_t c : to_utf32(text.substr(end, token.range.begin - end)))
                    has_space = has_space || character_class(c) == CharacterClass::space;
            }
            REQUIRE(token.joined == (token.ordinal > 0 && !has_space));
            end = token.range.end;
        }
    });
}

TEST_CASE("the folded form of a word is one word, and folds to itself") {
    for_random_texts([](Analyzer& analyzer, const std::string& text) {
        std::vector<std::string> folded;
        for (const Token& token : analyzer.analyze(text)) folded.emplace_back(token.word->folded);
        for (const std::string& word : folded) {
            INFO(text << ": " << word);
            // One letter may fold to two (œ), and '&' joins three at most.
            if (word.find('&') != word.npos) continue;
            const auto& again = analyzer.analyze(word);
            REQUIRE(again.size() == 1);
            REQUIRE(again[0].word->folded == word);
        }
    });
}

TEST_CASE("the same analyzer gives a text the same terms again, a fresh one too") {
    std::mt19937 random(7);
    Analyzer used("en");
    for (int i = 0; i < 500; ++i) {
        const std::string text = random_text(random);
        const Terms first = terms(used, text);
        CHECK(terms(used, text) == first);
        CHECK(terms("en", text) == first);
    }
}

TEST_CASE("a form is one object for as long as it is remembered") {
    Analyzer analyzer("en");
    const auto& tokens = analyzer.analyze("Iraq and Iraq");
    const Word* word = tokens[0].word;
    CHECK(tokens[2].word == word);
    std::mt19937 random(3);
    for (int i = 0; i < 2000; ++i) analyzer.analyze(random_text(random));
    CHECK(analyzer.analyze("in Iraq")[1].word == word);
    CHECK(word->term == "iraq");
}

TEST_CASE("capitals change no term") {
    std::mt19937 random(11);
    Analyzer analyzer("en");
    for (int i = 0; i < 2000; ++i) {
        std::string text;
        for (std::size_t n = random() % 40; n > 0; --n)
            text += "abcdefstuy .,'-0123&"[random() % 20];
        std::string capitals = text;
        for (char& c : capitals) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c);
        INFO(text);
        CHECK(terms(analyzer, text) == terms(analyzer, capitals));
    }
}

TEST_CASE("decomposed letters have the terms of composed ones") {
    CHECK(terms("fr", "E\u0301lections pre\u0301sidentielles a\u0300 No\u0308el") ==
          terms("fr", "Élections présidentielles à Nöel"));
    CHECK(terms("sv", "A\u030Ar pa\u030A o\u0308n") == terms("sv", "År på ön"));
    CHECK(terms("tr", "I\u0307stanbul c\u0327ok") == terms("tr", "İstanbul çok"));
    CHECK(terms("ru", "вои\u0306ны е\u0308лка") == terms("ru", "войны ёлка"));
    CHECK(terms("ja", "か\u3099っこう") == terms("ja", "がっこう"));
    CHECK(terms("ko", "\u1112\u1161\u11AB\u1100\u116E\u11A8") == terms("ko", "한국"));
}

TEST_CASE("words that readers write in several ways are one term") {
    CHECK(terms("en", "F-16 F16 f‑16 F-16s") == Terms(4, "f16"));
    CHECK(terms("en", "U.S. US u.s. us U.S.'s") == Terms(5, "us"));
    CHECK(terms("en", "F.B.I. FBI fbi") == Terms(3, "fbi"));
    CHECK(terms("en", "don't don’t DON'T") == Terms(3, "don't"));
    CHECK(terms("en", "1,000 1000") == Terms(2, "1000"));
    CHECK(terms("en", "$20m 20m") == Terms(2, "20m"));
    CHECK(terms("en", "AT&T at&t AT&T's") == Terms(3, "at&t"));
    CHECK(terms("en", "training trained trains Training's") == Terms(4, "train"));
    CHECK(terms("fr", "l'Irak d’Irak Irak")[1] == terms("fr", "Irak")[0]);
}

TEST_CASE("US is the country and us is either") {
    Analyzer analyzer("en");
    const auto& tokens = analyzer.analyze("US U.S. us al-Qaeda");
    REQUIRE(tokens.size() == 5);
    CHECK(tokens[0].word->acronym == "us");
    CHECK(tokens[1].word->acronym == "us");
    CHECK(tokens[2].word->acronym.empty());
    CHECK(tokens[2].word->term == tokens[0].word->term);
    CHECK(tokens[3].word->folded == "al");
    CHECK(tokens[4].word->folded == "qaeda");
    CHECK(tokens[4].joined);
}

TEST_CASE("no language means English; unknown ones have words all the same") {
    CHECK(Analyzer("").language() == "en");
    CHECK(Analyzer("sw").language() == "sw");
    CHECK(terms("", "nations") == Terms{"nation"});
    CHECK(terms("sw", "Mkutano wa nations") == Terms{"mkutano", "wa", "nations"});
    Analyzers analyzers;
    CHECK(&analyzers.in("") == &analyzers.in("en"));
    CHECK(&analyzers.in("de") == &analyzers.in("de"));
    CHECK(analyzers.in("de").language() == "de");
}

TEST_CASE("values of fields fold without regard to a language") {
    CHECK(fold_text("Süddeutsche Zeitung") == "suddeutsche zeitung");
    CHECK(fold_text("Łukasz O’Neill, A.P.") == "lukasz o'neill, a.p.");
    CHECK(fold_text("") == "");
    std::mt19937 random(5);
    for (int i = 0; i < 2000; ++i) {
        const std::string once = fold_text(random_text(random));
        CHECK(fold_text(once) == once);
    }
}

TEST_CASE("the version names all that terms depend on") {
    const std::string version = analysis_version();
    CHECK(version.find("analyzer " + std::to_string(analyzer_version) + ", stems ") == 0);
    CHECK(version.find(", unicode 1") != version.npos);
}

TEST_CASE("a word of 100,000 letters is one token, and so are a million words many") {
    Analyzer analyzer("en");
    const auto& tokens = analyzer.analyze(std::string(100'000, 'a') + " b");
    REQUIRE(tokens.size() == 2);
    CHECK(tokens[0].range.size() == 100'000);
    std::string marks = "e";
    for (int i = 0; i < 100'000; ++i) marks += "\u0301";
    CHECK(analyzer.analyze(marks).size() == 1);
    std::string periods, numbers;
    for (int i = 0; i < 100'000; ++i) periods += "a.", numbers += "1,";
    CHECK(analyzer.analyze(periods).size() == 1);
    CHECK(analyzer.analyze(numbers).size() == 100'000);
}
