#include "corpus/dead_terms.hpp"

#include <map>
#include <random>

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("of each term it is known how many passages of dead articles hold it") {
    std::mt19937 random(3);
    for (const std::size_t count : {0U, 1U, 2U, 100U}) {
        std::map<std::uint32_t, std::uint32_t> passages;
        while (passages.size() < count)
            passages[static_cast<std::uint32_t>(random() % 200) * 17'000'000] =
                static_cast<std::uint32_t>(1 + random() % 9);
        DeadTerms terms;
        for (const auto& [term, of_term] : passages) terms.add(term, of_term);
        CHECK(terms.count() == count);
        const DeadTerms again(terms.bytes());
        CHECK(again == terms);
        for (std::uint32_t i = 0; i < 200; ++i) {
            const std::uint32_t term = i * 17'000'000;
            CHECK(again.passages(term) == (passages.contains(term) ? passages[term] : 0));
            CHECK(again.passages(term + 1) == 0);
        }
    }
}
