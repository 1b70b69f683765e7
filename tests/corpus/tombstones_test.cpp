#include "corpus/tombstones.hpp"

#include <random>

#include "corpus/error.hpp"
#include "tests/catch.hpp"
#include "tests/corpus/damage.hpp"

using namespace dateline;

namespace {

Tombstones random_tombstones(unsigned seed, std::uint32_t articles) {
    std::mt19937 random(seed);
    Tombstones tombstones(articles);
    for (std::uint32_t article = 0; article < articles; ++article)
        if (random() % 3 == 0) tombstones.bury(article);
    return tombstones;
}

}  // namespace

TEST_CASE("tombstones come back as they were written") {
    for (const std::uint32_t articles : {0U, 1U, 2U, 7U, 1000U}) {
        const Tombstones tombstones = random_tombstones(articles, articles);
        CHECK(decode_tombstones(encode_tombstones(tombstones, articles), articles,
                                "tombstones-1") == tombstones);
        Tombstones counted = tombstones;
        DeadTerms terms;
        for (std::uint32_t term = 0; term < articles; term += 3) terms.add(term, term + 1);
        counted.set_terms(terms);
        const Tombstones again =
            decode_tombstones(encode_tombstones(counted, articles), articles, "tombstones-1");
        CHECK(again == counted);
        CHECK(again.terms() == terms);
        CHECK(again.uncounted().empty());
    }
}

TEST_CASE("an article is buried once") {
    Tombstones tombstones(3);
    CHECK_FALSE(tombstones.any());
    CHECK(tombstones.bury(1));
    CHECK_FALSE(tombstones.bury(1));
    CHECK(tombstones.count() == 1);
    CHECK(tombstones.uncounted() == std::vector<std::uint32_t>{1});
    CHECK(tombstones.is_dead(1));
    CHECK_FALSE(tombstones.is_dead(2));
    CHECK_FALSE(Tombstones().is_dead(5));
}

TEST_CASE("damaged tombstones, and those of another segment, are an error") {
    Tombstones tombstones = random_tombstones(5, 40);
    DeadTerms terms;
    terms.add(7, 2);
    tombstones.set_terms(terms);
    const std::string bytes = encode_tombstones(tombstones, 40);
    const auto read = [&](std::string_view damaged) { decode_tombstones(damaged, 40, "t"); };
    CHECK_NOTHROW(read(bytes));
    CHECK(test::survive_damage(bytes, read) == 0);
    CHECK_THROWS_AS(decode_tombstones(bytes, 41, "t"), Error);
}
