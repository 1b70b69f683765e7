#include "searcher/near_runs.hpp"

#include <algorithm>

namespace dateline {

namespace {

constexpr std::uint8_t both_sides = 3;

void add_run(std::vector<PassageRun>& runs, PassageRun run) {
    if (!runs.empty() && runs.back().end >= run.first)
        runs.back() = {std::min(runs.back().first, run.first), run.end};
    else
        runs.push_back(run);
}

}  // namespace

std::vector<PassageRun> near_runs(std::span<const std::uint8_t> masks,
                                  const std::function<bool(std::uint32_t)>& is_passable) {
    std::vector<PassageRun> runs;
    // Of the passages before, those whose words can be near words of this one.
    std::uint32_t first = 0;
    std::uint8_t held = 0;
    for (std::uint32_t at = 0; at < masks.size(); ++at) {
        const std::uint8_t mask = masks[at];
        if (held == 0) first = at;
        if (mask != 0 && (held | mask) == both_sides) add_run(runs, {first, at + 1});
        held |= mask;
        if (held == 0 || is_passable(at)) continue;
        first = at;
        held = mask;
    }
    return runs;
}

}  // namespace dateline
