#include "corpus/impact.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace dateline {

namespace {

// f / (f + K) solved for f / K, by impact; the highest stands for all that round to it.
constexpr std::array<double, max_impact + 1> odds = [] {
    std::array<double, max_impact + 1> of_impact{};
    for (std::uint32_t impact = 0; impact <= max_impact; ++impact) {
        const double share = std::min<double>(impact, max_impact - 0.5) / max_impact;
        of_impact[impact] = share / (1 - share);
    }
    return of_impact;
}();

}  // namespace

std::uint32_t impact(double frequency, double tokens) {
    const double length = (1 - impact_b) + impact_b * tokens / impact_average_tokens;
    const double saturated = frequency / (frequency + impact_k1 * length);
    return std::max(1U, static_cast<std::uint32_t>(std::lround(saturated * max_impact)));
}

double frequency_of(std::uint32_t impact, double tokens) {
    const double length = (1 - impact_b) + impact_b * tokens / impact_average_tokens;
    const double frequency = impact_k1 * length * odds[std::min(impact, max_impact)];
    // Positive and small; std::lround would be a call for each posting scored.
    const auto rounded =
        static_cast<std::uint32_t>(frequency + 0.5);  // NOLINT(bugprone-incorrect-roundings)
    return std::max(1U, rounded);
}

double tokens_each(std::uint32_t text_bytes, std::uint32_t passages) {
    return text_bytes / bytes_each_word / std::max(1U, passages);
}

}  // namespace dateline
