#include "searcher/token_counts.hpp"

#include <algorithm>
#include <random>

#include "corpus/error.hpp"
#include "tests/catch.hpp"
#include "tests/searcher/many_words.hpp"

using namespace dateline;
using namespace dateline::test;

TEST_CASE("tokens are counted in texts of units of any length of code") {
    const TemporaryFolder folder;
    const WordsFile words = many_words(folder);
    std::mt19937 random(2);
    for (int round = 0; round < 300; ++round) {
        const std::vector<UnitId> text = random_text(random);
        std::vector<UnitId> units;
        std::vector<AskedToken> tokens;
        std::vector<std::uint32_t> expected;
        for (std::uint32_t i = 0; i < 4; ++i) {
            units.push_back(2 + number_below(number_below(2, random) == 0 ? 4 : many - 2, random));
            tokens.push_back(asked(units.back()));
            expected.push_back(
                i + static_cast<std::uint32_t>(std::count(text.begin(), text.end(), units.back())));
        }
        std::vector<std::uint32_t> counts{0, 1, 2, 3};
        TokenCounts(words, tokens, {true}).add(code_of(words, text), counts);
        REQUIRE(counts == expected);
    }
}

TEST_CASE("a token of a language that is not asked about is not counted") {
    const TemporaryFolder folder;
    const WordsFile words = many_words(folder);
    const std::vector<AskedToken> tokens{asked(3)};
    std::vector<std::uint32_t> counts{0};
    TokenCounts(words, tokens, {false}).add(code_of(words, {3, 3}), counts);
    CHECK(counts == std::vector<std::uint32_t>{0});
}

TEST_CASE("a code that ends inside of a number is an error") {
    const TemporaryFolder folder;
    const WordsFile words = many_words(folder);
    const std::vector<AskedToken> tokens{asked(3)};
    const TokenCounts counter(words, tokens, {true});
    std::vector<std::uint32_t> counts{0};
    const std::string code = code_of(words, {3, 790});
    CHECK_NOTHROW(counter.add(code, counts));
    CHECK_THROWS_AS(counter.add(code.substr(0, code.size() - 1), counts), Error);
    CHECK_THROWS_AS(counter.add(code.substr(0, code.size() - 2), counts), Error);
}
