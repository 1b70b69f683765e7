#include "bench/made_words.hpp"

#include <set>

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("made-up words are all different, and depend on the seed alone") {
    const MadeWords words(1);
    const MadeWords again(1);
    const MadeWords other(2);
    std::set<std::string> all;
    std::uint32_t differ = 0;
    for (std::uint32_t rank = 0; rank < MadeWords::count; ++rank) {
        REQUIRE(words.word(rank) == again.word(rank));
        CHECK_FALSE(words.word(rank).empty());
        all.insert(words.word(rank));
        differ += words.word(rank) != other.word(rank);
    }
    CHECK(all.size() == MadeWords::count);
    CHECK(differ > MadeWords::count / 2);
    CHECK(words.word(0) == "the");
}

TEST_CASE("words of half the rank are twice as frequent, rare ones four times") {
    const MadeWords words(1);
    RandomNumbers random(1);
    std::vector<std::uint32_t> counts(MadeWords::count);
    for (int i = 0; i < 1'000'000; ++i) ++counts[words.pick_rank(random)];
    const auto between = [&](std::uint32_t first, std::uint32_t end) {
        double sum = 0;
        for (std::uint32_t rank = first; rank < end; ++rank) sum += counts[rank];
        return sum / (end - first);
    };
    CHECK(between(500, 520) / between(1000, 1040) == Approx(2).epsilon(0.1));
    CHECK(between(10'000, 10'500) / between(20'000, 21'000) == Approx(4).epsilon(0.2));
    CHECK(counts.back() < 20);
}

TEST_CASE("names begin with a capital and are many") {
    RandomNumbers random(1);
    std::set<std::string> names;
    for (int i = 0; i < 2000; ++i) {
        names.insert(made_name(random));
        CHECK((names.begin()->front() >= 'A' && names.begin()->front() <= 'Z'));
    }
    CHECK(names.size() > 1900);
}
