#include "corpus/distinct.hpp"

#include <random>
#include <set>
#include <vector>

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("distinct values are those of a set, in its order") {
    std::mt19937 random(5);
    for (std::size_t size = 0; size < 200; ++size) {
        std::vector<unsigned> values;
        for (std::size_t i = 0; i < size; ++i)
            values.push_back(static_cast<unsigned>(random() % 50));
        const std::set<unsigned> expected(values.begin(), values.end());
        sort_distinct(values);
        REQUIRE(values == std::vector<unsigned>(expected.begin(), expected.end()));
    }
}
