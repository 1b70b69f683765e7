#include "searcher/query_refusal.hpp"

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("what is an operator elsewhere is refused at its first byte") {
    for (const auto* word : {"&&", "||", "\u2013nuclear", "\u2212nuclear"}) {
        const auto refusal = refusal_of(word);
        INFO(word);
        REQUIRE(refusal);
        CHECK(refusal->offset == 0);
        CHECK_FALSE(refusal->hint.empty());
    }
}

TEST_CASE("punctuation that people type is no operator") {
    for (const auto* word : {"won?", "what?!", "near", "w/o", "n/a", "and/or", "a~b", "x^y", "=",
                             "~", "^", "\u2013", "R&D", "C++"}) {
        INFO(word);
        CHECK_FALSE(refusal_of(word));
    }
}
