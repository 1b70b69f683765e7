#include "bench/run_comparison.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace dateline {

namespace {

// Nearer values are equal but for rounding.
constexpr double least_difference = 1e-9;

std::vector<double> differences_of(std::span<const double> first, std::span<const double> second) {
    std::vector<double> differences;
    differences.reserve(first.size());
    for (std::size_t i = 0; i < first.size(); ++i) {
        const double difference = second[i] - first[i];
        differences.push_back(std::abs(difference) < least_difference ? 0 : difference);
    }
    return differences;
}

}  // namespace

RunComparison compare(std::span<const double> first, std::span<const double> second,
                      std::uint64_t seed) {
    const std::vector<double> differences = differences_of(first, second);
    RunComparison out{.difference = mean_of(differences),
                      .t_test = paired_t_test(differences),
                      .randomization = paired_randomization_test(differences, seed)};
    for (const double difference : differences)
        ++(difference > 0 ? out.wins : difference < 0 ? out.losses : out.ties);
    return out;
}

std::vector<std::size_t> most_moved(std::span<const double> first, std::span<const double> second,
                                    std::size_t most) {
    const std::vector<double> differences = differences_of(first, second);
    std::vector<std::size_t> moved;
    for (std::size_t i = 0; i < differences.size(); ++i)
        if (differences[i] != 0) moved.push_back(i);
    // Equal moves that were computed from other numbers stay equal.
    const auto move_of = [&](std::size_t topic) {
        return std::llround(std::abs(differences[topic]) / least_difference);
    };
    std::stable_sort(moved.begin(), moved.end(),
                     [&](std::size_t a, std::size_t b) { return move_of(a) > move_of(b); });
    moved.resize(std::min(most, moved.size()));
    return moved;
}

double mean_of(std::span<const double> values) {
    if (values.empty()) return 0;
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

}  // namespace dateline
