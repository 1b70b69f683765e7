#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "bench/significance.hpp"

namespace dateline {

/// Two runs in one measure, topic by topic; the second against the first.
struct RunComparison {
    double difference = 0;         ///< of the means, second minus first
    std::optional<double> t_test;  ///< p, two-sided; nothing for fewer than two topics
    RandomizationTest randomization;
    std::size_t wins = 0;  ///< topics where the second is better
    std::size_t losses = 0;
    std::size_t ties = 0;
};

/// Values of the same topics in the same order, as many of each. `seed` is that of the
/// randomisation test.
RunComparison compare(std::span<const double> first, std::span<const double> second,
                      std::uint64_t seed);

/// Up to `most` indices of topics, those first whose values differ most; none that are equal. Ties
/// are in the order of the topics.
std::vector<std::size_t> most_moved(std::span<const double> first, std::span<const double> second,
                                    std::size_t most);

double mean_of(std::span<const double> values);

}  // namespace dateline
