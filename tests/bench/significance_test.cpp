#include "bench/significance.hpp"

#include <cmath>
#include <vector>

#include "bench/random_numbers.hpp"
#include "tests/catch.hpp"

using namespace dateline;

namespace {

// Student 1908: hours of sleep gained by ten patients, one drug against the other.
const std::vector<double> sleep_gained{1.2, 2.4, 1.3, 1.3, 0, 1.0, 1.8, 0.8, 4.6, 1.4};

// Fisher, The Design of Experiments (1935), chapter 3: Darwin's maize, heights of crossed and
// self-fertilised plants, in eighths of an inch, made small.
std::vector<double> maize() {
    std::vector<double> differences;
    for (const int eighths : {49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48})
        differences.push_back(eighths / 128.);
    return differences;
}

// What the test is defined as.
double share_as_far(const std::vector<double>& differences) {
    const std::uint64_t all = std::uint64_t{1} << differences.size();
    const auto sum_of = [&](std::uint64_t signs) {
        double sum = 0;
        for (std::size_t i = 0; i < differences.size(); ++i)
            sum += signs >> i & 1 ? -differences[i] : differences[i];
        return std::abs(sum);
    };
    std::uint64_t as_far = 0;
    for (std::uint64_t signs = 0; signs < all; ++signs) as_far += sum_of(signs) >= sum_of(0) - 1e-9;
    return static_cast<double>(as_far) / static_cast<double>(all);
}

}  // namespace

TEST_CASE("the paired t-test of Student's and of Fisher's example") {
    CHECK(*paired_t_test(sleep_gained) == Approx(0.002833).margin(5e-7));
    CHECK(*paired_t_test(maize()) == Approx(0.0497).margin(5e-5));
}

TEST_CASE("a t-test takes two pairs; equal differences are certain") {
    CHECK_FALSE(paired_t_test({}).has_value());
    CHECK_FALSE(paired_t_test(std::vector<double>{0.3}).has_value());
    CHECK(*paired_t_test(std::vector<double>{0, 0, 0}) == 1);
    CHECK(*paired_t_test(std::vector<double>{0.5, 0.5, 0.5}) == 0);
    CHECK(*paired_t_test(std::vector<double>{0.5, -0.5}) == 1);
}

TEST_CASE("the randomisation test of Fisher's example") {
    const RandomizationTest test = paired_randomization_test(maize(), 1);
    CHECK(test.is_exact);
    CHECK(test.permutations == 32'768);
    CHECK(test.p == 1726 / 32'768.);
}

TEST_CASE("pairs that do not differ do not matter to the randomisation test") {
    const RandomizationTest test = paired_randomization_test(sleep_gained, 1);
    CHECK(test.permutations == 512);
    CHECK(test.p == 2 / 512.);
    CHECK(paired_randomization_test({}, 1).p == 1);
    CHECK(paired_randomization_test(std::vector<double>(50, 0), 1).p == 1);
}

TEST_CASE("the exact randomisation test is its definition") {
    RandomNumbers numbers(7);
    for (int round = 0; round < 50; ++round) {
        std::vector<double> differences;
        const std::uint32_t count = numbers.between(1, 10);
        for (std::uint32_t i = 0; i < count; ++i)
            differences.push_back((static_cast<int>(numbers.below(9)) - 3) / 10.);
        CHECK(paired_randomization_test(differences, 1).p == Approx(share_as_far(differences)));
    }
}

TEST_CASE("a sample of permutations comes near the exact p and depends on the seed alone") {
    std::vector<double> differences;
    RandomNumbers numbers(3);
    for (int i = 0; i < 18; ++i)
        differences.push_back((static_cast<int>(numbers.below(2000)) - 800) / 3000.);
    const double exact = share_as_far(differences);
    const RandomizationTest sampled = paired_randomization_test(differences, 11);
    CHECK_FALSE(sampled.is_exact);
    CHECK(sampled.permutations == RandomizationTest::sampled_permutations);
    CHECK(sampled.p == Approx(exact).margin(0.006));
    CHECK(paired_randomization_test(differences, 11).p == sampled.p);
    CHECK(paired_randomization_test(differences, 12).p != sampled.p);
}

TEST_CASE("a p of a sample is never 0, and more than 64 pairs are turned too") {
    const std::vector<double> always(200, 0.01);
    CHECK(paired_randomization_test(always, 1).p == 1 / 100'001.);
    std::vector<double> balanced(200, 0.01);
    for (std::size_t i = 0; i < 100; ++i) balanced[i] = -0.01;
    CHECK(paired_randomization_test(balanced, 1).p == 1);
    // 120 of 200 the one way: twice the upper tail of the binomial distribution, 0.0057.
    for (std::size_t i = 0; i < 20; ++i) balanced[i] = 0.01;
    CHECK(paired_randomization_test(balanced, 1).p == Approx(0.0057).margin(0.001));
}
