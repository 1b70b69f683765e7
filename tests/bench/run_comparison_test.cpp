#include "bench/run_comparison.hpp"

#include "tests/catch.hpp"

using namespace dateline;

namespace {

const std::vector<double> first{0.5, 0.2, 0.9, 0.4};
const std::vector<double> second{0.7, 0.2, 0.1, 0.6};

}  // namespace

TEST_CASE("a comparison counts where the second run is better, worse and equal") {
    const RunComparison compared = compare(first, second, 1);
    CHECK(compared.wins == 2);
    CHECK(compared.losses == 1);
    CHECK(compared.ties == 1);
    CHECK(compared.difference == Approx(-0.1));
    CHECK(compared.t_test.has_value());
    CHECK(compared.randomization.permutations == 8);
    const RunComparison turned = compare(second, first, 1);
    CHECK(turned.wins == 1);
    CHECK(turned.difference == Approx(0.1));
    CHECK(*turned.t_test == Approx(*compared.t_test));
    CHECK(turned.randomization.p == compared.randomization.p);
}

TEST_CASE("values that differ by rounding alone are equal") {
    const std::vector<double> sum{0.1 + 0.2};
    const std::vector<double> number{0.3};
    CHECK(compare(sum, number, 1).ties == 1);
    CHECK(most_moved(sum, number, 5).empty());
}

TEST_CASE("topics that move most come first, equal moves in the order of topics") {
    CHECK(most_moved(first, second, 9) == std::vector<std::size_t>{2, 0, 3});
    CHECK(most_moved(first, second, 2) == std::vector<std::size_t>{2, 0});
    CHECK(most_moved({}, {}, 2).empty());
}

TEST_CASE("the mean of nothing is 0") {
    CHECK(mean_of({}) == 0);
    CHECK(mean_of(first) == Approx(0.5));
}
