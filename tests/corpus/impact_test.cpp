#include "corpus/impact.hpp"

#include "tests/catch.hpp"

#include <vector>

using namespace dateline;

TEST_CASE("an impact lies in 1..127, rises with frequency and falls with length") {
    for (double tokens = 0; tokens < 2000; tokens += 7) {
        std::uint32_t previous = 1;
        for (double frequency = 1; frequency < 300; ++frequency) {
            const std::uint32_t now = impact(frequency, tokens);
            REQUIRE(now >= previous);
            REQUIRE(now <= max_impact);
            REQUIRE(impact(frequency, tokens + 7) <= now);
            previous = now;
        }
    }
}

TEST_CASE("an impact is the saturation of BM25F in 127ths") {
    CHECK(impact(1, impact_average_tokens) == 58);  // 1 / 2.2
    CHECK(impact(2, impact_average_tokens) == 79);  // 2 / 3.2
    CHECK(impact(1, 0) == 74);                      // 1 / 1.72
    CHECK(impact(1e9, 130) == max_impact);
    CHECK(impact(1, 1e9) == 1);
}

TEST_CASE("an impact tells how often a word stands in a passage") {
    for (const double tokens : {1.0, 20.0, 130.0, 180.0, 400.0})
        for (int frequency = 1; frequency <= 8; ++frequency)
            CHECK(frequency_of(impact(frequency, tokens), tokens) == frequency);
    CHECK(frequency_of(1, 130) == 1);
    CHECK(frequency_of(max_impact, 130) < 1000);
}

TEST_CASE("the words of a passage are told from the bytes of its article") {
    CHECK(tokens_each(1800, 2) == 150);
    CHECK(tokens_each(1800, 0) == 300);
}
