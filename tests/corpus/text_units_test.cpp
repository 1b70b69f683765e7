#include "corpus/text_units.hpp"

#include <random>

#include "tests/catch.hpp"

using namespace dateline;

namespace {

struct CutText {
    std::vector<TextUnit> units;
    std::vector<Token> tokens;
    bool regular = false;
};

CutText cut(std::string_view text, Analyzer& analyzer) {
    CutText result;
    result.tokens = analyzer.analyze(text);
    result.regular = cut_into_units(text, result.tokens, result.units);
    return result;
}

std::string joined(std::string_view text, const std::vector<TextUnit>& units) {
    std::string out;
    UnitJoiner joiner(out);
    for (const TextUnit& unit : units) joiner.add(unit.range.in(text), unit.word != nullptr);
    return out;
}

std::vector<std::string> pieces(std::string_view text, std::string_view language = "en") {
    Analyzer analyzer(language);
    std::vector<std::string> out;
    for (const TextUnit& unit : cut(text, analyzer).units)
        out.push_back((unit.word ? "w:" : "g:") + std::string(unit.range.in(text)));
    return out;
}

std::string random_text(std::mt19937& random) {
    const std::vector<std::string> parts{
        " ",   " ",       " ",  "  ",         "\n\n", ". ",    ", ",   "-",      "'",        "\"",
        "the", "Al",      "U.", "S.",         "1,5",  "km",    "café", "O'Neil", "北京大学", "東",
        "ไทย", "e\u0301", "ß",  "\U0001F600", "\t",   "don't", "F-16", "x",      "Ünï",      "—"};
    std::string text;
    for (std::size_t left = random() % 30; left > 0; --left) text += parts[random() % parts.size()];
    return text;
}

}  // namespace

TEST_CASE("the units of a text join to the text") {
    std::mt19937 random(1);
    for (const char* language : {"en", "de", "zh", "fr", ""}) {
        Analyzer analyzer(language);
        for (int i = 0; i < 500; ++i) {
            const std::string text = random_text(random);
            INFO(text);
            REQUIRE(joined(text, cut(text, analyzer).units) == text);
        }
    }
}

TEST_CASE("the words among the units of a regular text are its tokens") {
    std::mt19937 random(2);
    Analyzer analyzer("en");
    int regular = 0;
    for (int i = 0; i < 500; ++i) {
        const std::string text = random_text(random);
        const CutText result = cut(text, analyzer);
        if (!result.regular) continue;
        ++regular;
        std::size_t next = 0;
        for (const TextUnit& unit : result.units) {
            if (unit.word == nullptr) continue;
            REQUIRE(next < result.tokens.size());
            REQUIRE(unit.range == result.tokens[next].range);
            REQUIRE(unit.word == result.tokens[next].word);
            ++next;
        }
        REQUIRE(next == result.tokens.size());
    }
    CHECK(regular > 50);
}

TEST_CASE("one blank between words goes without saying, all else is a gap") {
    using Pieces = std::vector<std::string>;
    CHECK(pieces("") == Pieces{});
    CHECK(pieces("one two") == Pieces{"w:one", "w:two"});
    CHECK(pieces(" one  two ") == Pieces{"g: ", "w:one", "g:  ", "w:two", "g: "});
    CHECK(pieces("One, two.") == Pieces{"w:One", "g:, ", "w:two", "g:."});
    CHECK(pieces("-- ...") == Pieces{"g:-- ..."});
}

TEST_CASE("two words without anything between have the empty gap between them") {
    Analyzer analyzer("en");
    const std::string text = "年the";
    const CutText result = cut(text, analyzer);
    REQUIRE(result.regular);
    CHECK(pieces(text) == std::vector<std::string>{"w:年", "g:", "w:the"});
}

TEST_CASE("the rest of a token that overlaps the one before is a gap") {
    Analyzer analyzer("zh");
    const std::string text = "北京大学 and";
    CHECK_FALSE(cut(text, analyzer).regular);
    CHECK(pieces(text, "zh") == std::vector<std::string>{"w:北京", "g:大", "g:学", "g: ", "w:and"});
}
