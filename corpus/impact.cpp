#include "corpus/impact.hpp"

#include <algorithm>
#include <cmath>

namespace dateline {

std::uint32_t impact(double frequency, double tokens) {
    const double length = (1 - impact_b) + impact_b * tokens / impact_average_tokens;
    const double saturated = frequency / (frequency + impact_k1 * length);
    return std::max(1U, static_cast<std::uint32_t>(std::lround(saturated * max_impact)));
}

}  // namespace dateline
