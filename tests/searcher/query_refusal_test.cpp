#include "searcher/query_refusal.hpp"

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("what is an operator elsewhere is refused at its first byte") {
    const auto offset_of = [](std::string_view word) {
        const auto refusal = refusal_of(word, false);
        INFO(word);
        REQUIRE(refusal);
        CHECK_FALSE(refusal->hint.empty());
        return refusal->offset;
    };
    CHECK(offset_of("wor*") == 3);
    CHECK(offset_of("*") == 0);
    CHECK(offset_of("w?rd") == 1);
    CHECK(offset_of("?rd") == 0);
    CHECK(offset_of("=word") == 0);
    CHECK(offset_of("word~") == 4);
    CHECK(offset_of("word~1") == 4);
    CHECK(offset_of("word^2.5") == 4);
    CHECK(offset_of("~3") == 0);
    for (const auto* word : {"w/5", "W/12", "pre/3", "w/s", "w/p", "NEAR/5", "near/5", "ADJ/2",
                             "NEAR", "ADJ", "&&", "||", "\u2013nuclear", "\u2212nuclear"}) {
        CHECK(offset_of(word) == 0);
    }
}

TEST_CASE("punctuation that people type is no operator") {
    for (const auto* word : {"won?", "what?!", "near", "adj", "w/o", "w/", "n/a", "and/or", "a~b",
                             "x^y", "=", "~", "^", "\u2013", "R&D", "caps", "atleast3", "C++"}) {
        INFO(word);
        CHECK_FALSE(refusal_of(word, false));
    }
}

TEST_CASE("names of functions are refused before a bracket only") {
    CHECK(refusal_of("caps", true));
    CHECK(refusal_of("atleast3", true));
    CHECK(refusal_of("ATLEAST12", true));
    CHECK_FALSE(refusal_of("foo", true));
    CHECK_FALSE(refusal_of("capsize", true));
}
