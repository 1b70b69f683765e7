#include "corpus/spread_search.hpp"

#include <algorithm>
#include <limits>
#include <random>
#include <vector>

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("the first number that is not less is found, however the numbers are spread") {
    std::mt19937 random(9);
    constexpr std::uint32_t most = std::numeric_limits<std::uint32_t>::max();
    for (const std::uint32_t range : {most, 1000U, 1U}) {
        for (const std::size_t count : {0U, 1U, 2U, 63U, 64U, 65U, 5000U}) {
            std::vector<std::uint32_t> numbers(count);
            for (std::uint32_t& number : numbers) {
                number = static_cast<std::uint32_t>(random()) % range;
                if (random() % 5 == 0) number = most - number;
            }
            std::ranges::sort(numbers);
            std::vector<std::uint32_t> asked{0, 1, most - 1, most, 1U << 31};
            for (int i = 0; i < 500; ++i) {
                asked.push_back(static_cast<std::uint32_t>(random()));
                if (count > 0) asked.push_back(numbers[random() % count]);
            }
            for (const std::uint32_t wanted : asked) {
                const auto expected = std::ranges::lower_bound(numbers, wanted) - numbers.begin();
                REQUIRE(first_not_less(wanted, static_cast<std::uint32_t>(count),
                                       [&](std::uint32_t at) { return numbers.at(at); }) ==
                        static_cast<std::uint32_t>(expected));
            }
        }
    }
}
