#pragma once

#include <cstdint>
#include <optional>
#include <span>

namespace dateline {

/// Two-sided p of the paired t-test for the differences of the pairs; nothing for fewer than two
/// pairs. 1 where all are 0.
std::optional<double> paired_t_test(std::span<const double> differences);

struct RandomizationTest {
    double p = 1;  ///< two-sided
    std::uint64_t permutations = 0;
    bool is_exact = false;  ///< all permutations were looked at, not a sample

    /// Taken where there are more.
    static constexpr std::uint64_t sampled_permutations = 100'000;
};

/// Fisher's paired randomisation test of the mean difference (Smucker, Allan & Carterette, CIKM
/// 2007): how many of the ways to exchange the pairs' members give a mean at least as far from 0.
/// All of them for up to 16 pairs that differ; else a sample, of which the observed one is a member
/// (Phipson & Smyth 2010). Differences are -1 to 1 and taken as multiples of 2^-40, so that the
/// outcome depends on the seed alone, on every machine.
RandomizationTest paired_randomization_test(std::span<const double> differences,
                                            std::uint64_t seed);

}  // namespace dateline
