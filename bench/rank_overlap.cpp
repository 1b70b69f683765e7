#include "bench/rank_overlap.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dateline {

namespace {

// Element d - 1: how many documents are in both rankings down to rank d; to the end of the longer.
std::vector<std::size_t> common_counts(Ranking first, Ranking second) {
    std::unordered_map<std::string_view, int> seen;
    std::vector<std::size_t> counts;
    std::size_t common = 0;
    for (std::size_t i = 0; i < std::max(first.size(), second.size()); ++i) {
        for (const Ranking& ranking : {first, second})
            if (i < ranking.size() && ++seen[ranking[i].docno] == 2) ++common;
        counts.push_back(common);
    }
    return counts;
}

}  // namespace

double overlap_at(Ranking first, Ranking second, std::size_t depth) {
    const std::size_t reach = std::min(depth, std::max(first.size(), second.size()));
    if (reach == 0) return 1;
    const auto to_reach = [&](Ranking ranking) {
        return ranking.first(std::min(reach, ranking.size()));
    };
    const std::size_t common = common_counts(to_reach(first), to_reach(second)).back();
    return static_cast<double>(common) / static_cast<double>(reach);
}

double rank_biased_overlap(Ranking first, Ranking second, double persistence) {
    const std::size_t shorter = std::min(first.size(), second.size());
    const std::size_t longer = std::max(first.size(), second.size());
    if (shorter == 0) return longer == 0 ? 1 : 0;
    const std::vector<std::size_t> common = common_counts(first, second);
    const auto s = static_cast<double>(shorter);
    const auto common_at_s = static_cast<double>(common[shorter - 1]);
    double sum = 0;
    double weight = 1;
    for (std::size_t i = 0; i < longer; ++i) {
        const auto d = static_cast<double>(i + 1);
        weight *= persistence;
        sum += static_cast<double>(common[i]) / d * weight;
        if (d > s) sum += common_at_s * (d - s) / (s * d) * weight;
    }
    const auto common_at_l = static_cast<double>(common.back());
    const double beyond = (common_at_l - common_at_s) / static_cast<double>(longer);
    return (1 - persistence) / persistence * sum + (beyond + common_at_s / s) * weight;
}

}  // namespace dateline
