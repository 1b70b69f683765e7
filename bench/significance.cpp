#include "bench/significance.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numeric>
#include <vector>

#include "bench/random_numbers.hpp"
#include "bench/student_distribution.hpp"

namespace dateline {

namespace {

constexpr std::size_t most_pairs_for_all = 16;
constexpr std::size_t signs_in_number = 64;

using WholeDifferences = std::vector<std::int64_t>;

// Pairs that do not differ look the same whichever way round.
WholeDifferences as_whole_numbers(std::span<const double> differences) {
    WholeDifferences whole;
    for (const double difference : differences)
        if (const std::int64_t number = std::llround(std::ldexp(difference, 40)); number != 0)
            whole.push_back(number);
    return whole;
}

// Of up to 64 differences; bit i of `signs` tells whether the i-th is turned round.
std::int64_t signed_sum(std::span<const std::int64_t> differences, std::uint64_t signs) {
    std::int64_t sum = 0;
    for (const std::int64_t difference : differences) {
        sum += signs & 1 ? -difference : difference;
        signs >>= 1;
    }
    return sum;
}

std::int64_t random_sum(std::span<const std::int64_t> differences, RandomNumbers& numbers) {
    std::int64_t sum = 0;
    while (!differences.empty()) {
        const std::size_t count = std::min(signs_in_number, differences.size());
        sum += signed_sum(differences.first(count), numbers.next());
        differences = differences.subspan(count);
    }
    return sum;
}

// The least sum that is as far from 0 as the observed one: each number, and so each sum, may be off
// by what was rounded away.
std::int64_t least_as_far(const WholeDifferences& differences) {
    const std::int64_t sum =
        std::accumulate(differences.begin(), differences.end(), std::int64_t{0});
    return std::abs(sum) - static_cast<std::int64_t>(differences.size());
}

RandomizationTest test_all(const WholeDifferences& differences) {
    const std::int64_t least = least_as_far(differences);
    const std::uint64_t all = std::uint64_t{1} << differences.size();
    std::uint64_t as_far = 0;
    for (std::uint64_t signs = 0; signs < all; ++signs)
        as_far += std::abs(signed_sum(differences, signs)) >= least ? 1U : 0U;
    return {.p = static_cast<double>(as_far) / static_cast<double>(all),
            .permutations = all,
            .is_exact = true};
}

RandomizationTest test_sample(const WholeDifferences& differences, std::uint64_t seed) {
    const std::int64_t least = least_as_far(differences);
    constexpr std::uint64_t count = RandomizationTest::sampled_permutations;
    RandomNumbers numbers(seed);
    std::uint64_t as_far = 0;
    for (std::uint64_t i = 0; i < count; ++i)
        as_far += std::abs(random_sum(differences, numbers)) >= least ? 1U : 0U;
    return {.p = static_cast<double>(as_far + 1) / static_cast<double>(count + 1),
            .permutations = count};
}

}  // namespace

std::optional<double> paired_t_test(std::span<const double> differences) {
    if (differences.size() < 2) return std::nullopt;
    const auto count = static_cast<double>(differences.size());
    double sum = 0;
    for (const double difference : differences) sum += difference;
    const double mean = sum / count;
    double squares = 0;
    for (const double difference : differences)
        squares += (difference - mean) * (difference - mean);
    if (mean == 0) return 1;
    return student_two_sided(mean / std::sqrt(squares / (count - 1) / count), count - 1);
}

RandomizationTest paired_randomization_test(std::span<const double> differences,
                                            std::uint64_t seed) {
    const WholeDifferences whole = as_whole_numbers(differences);
    return whole.size() <= most_pairs_for_all ? test_all(whole) : test_sample(whole, seed);
}

}  // namespace dateline
