#include "searcher/token_units.hpp"

#include <random>
#include <tuple>

#include "corpus/error.hpp"
#include "tests/catch.hpp"
#include "tests/searcher/many_words.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

/// Token, words before, bytes before.
using Found = std::vector<std::tuple<std::uint32_t, std::uint32_t, std::size_t>>;

template <TokenUnits::Counted counted>
Found found_in(TokenUnits& units, const std::string& code, std::uint32_t words) {
    Found found;
    const auto take = [&](const TokenUnits::Found& unit) {
        for (const std::uint32_t token : unit.tokens)
            found.emplace_back(token, unit.words, unit.begin);
    };
    CHECK(units.scan<counted>(code, take) == words);
    return found;
}

}  // namespace

TEST_CASE("asked units are found among words and gaps of any length of code") {
    const TemporaryFolder folder;
    const WordsFile words = many_words(folder);
    const UnitSteps steps(words);
    TokenUnits units(steps, {asked(2), asked(100), asked(790), asked(2)}, {true});
    // x1002 x1100, x1790x1791 x1002
    const std::string code = code_of(words, {2, 100, 0, 790, 1, 791, 2});
    CHECK(found_in<TokenUnits::Counted::words>(units, code, 5) ==
          Found{{0, 0, 0}, {3, 0, 0}, {1, 1, 0}, {2, 2, 0}, {0, 4, 0}, {3, 4, 0}});
    CHECK(found_in<TokenUnits::Counted::bytes>(units, code, 5) ==
          Found{{0, 0, 0}, {3, 0, 0}, {1, 1, 6}, {2, 2, 13}, {0, 4, 24}, {3, 4, 24}});
}

TEST_CASE("words are counted alike with and without bytes, wherever the asked units stand") {
    const TemporaryFolder folder;
    const WordsFile words = many_words(folder);
    const UnitSteps steps(words);
    std::mt19937 random(1);
    for (int round = 0; round < 300; ++round) {
        const std::vector<UnitId> text = random_text(random);
        std::uint32_t word_count = 0;
        for (const UnitId unit : text) word_count += words.is_word(unit) ? 1 : 0;
        std::vector<AskedToken> tokens;
        for (int i = 0; i < 3; ++i) tokens.push_back(asked(2 + number_below(many - 2, random)));
        TokenUnits units(steps, tokens, {true});
        const std::string code = code_of(words, text);
        Found found = found_in<TokenUnits::Counted::bytes>(units, code, word_count);
        for (auto& [token, before, bytes] : found) bytes = 0;
        REQUIRE(found_in<TokenUnits::Counted::words>(units, code, word_count) == found);
    }
}

TEST_CASE("bytes are counted from a gap that a text begins with") {
    const TemporaryFolder folder;
    const WordsFile words = many_words(folder);
    const UnitSteps steps(words);
    TokenUnits units(steps, {asked(2), asked(790)}, {true});
    CHECK(found_in<TokenUnits::Counted::bytes>(units, code_of(words, {0, 2, 790, 0}), 2) ==
          Found{{0, 0, 2}, {1, 1, 8}});
    CHECK(found_in<TokenUnits::Counted::bytes>(units, "", 0).empty());
}

TEST_CASE("the rarest of the tokens that are needed is looked for") {
    const TemporaryFolder folder;
    const WordsFile words = many_words(folder);
    const UnitSteps steps(words);
    TokenUnits units(steps, {asked(2), asked(790), asked(100)}, {true});
    const std::vector<std::uint32_t> needed{0, 2};
    const std::optional<UnitSearch> rarest = units.rarest_of(needed);
    REQUIRE(rarest);
    CHECK(rarest->may_find_in(code_of(words, {5, 100})));
    CHECK_FALSE(rarest->may_find_in(code_of(words, {2, 790})));
    CHECK_FALSE(units.rarest_of({}));
}

TEST_CASE("a code that is none is an error") {
    const TemporaryFolder folder;
    const WordsFile words = many_words(folder);
    const UnitSteps steps(words);
    TokenUnits units(steps, {asked(2)}, {true});
    const auto scan = [&](const std::string& code) {
        units.scan<TokenUnits::Counted::words>(code, [](const TokenUnits::Found&) {});
    };
    CHECK_THROWS_AS(scan(code_of(words, {many})), Error);
    const std::string whole = code_of(words, {2, 790});
    CHECK_THROWS_AS(scan(whole.substr(0, whole.size() - 1)), Error);
    CHECK_THROWS_AS(scan(whole.substr(0, whole.size() - 2)), Error);
}
