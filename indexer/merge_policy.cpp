#include "indexer/merge_policy.hpp"

#include <algorithm>
#include <limits>

namespace dateline {

namespace {

constexpr double most_dead = 0.2;

std::vector<std::size_t> due_in_any_case(const std::vector<MergeCandidate>& segments) {
    const bool has_parts = std::ranges::count_if(segments, &MergeCandidate::is_of_this_run) > 1;
    std::vector<std::size_t> due;
    for (std::size_t i = 0; i < segments.size(); ++i)
        if ((segments[i].is_of_this_run && has_parts) || segments[i].dead_share > most_dead)
            due.push_back(i);
    return due;
}

// Those that `due` does not name, the smallest first; of equal ones the last, which is the newest.
std::vector<std::size_t> others_by_size(const std::vector<MergeCandidate>& segments,
                                        const std::vector<std::size_t>& due) {
    std::vector<std::size_t> others;
    for (std::size_t i = segments.size(); i-- > 0;)
        if (!std::ranges::binary_search(due, i)) others.push_back(i);
    std::ranges::stable_sort(others, {}, [&](std::size_t i) { return segments[i].text_bytes; });
    return others;
}

}  // namespace

// The cube: merging two small segments is always cheapest tonight, but tomorrow night the next
// merge is due; merging more of them buys more nights. Of the powers tried, this rewrites least.
std::vector<std::size_t> segments_to_merge(const std::vector<MergeCandidate>& segments,
                                           std::size_t most) {
    std::vector<std::size_t> chosen = due_in_any_case(segments);
    const auto left = [&](std::size_t merged) {
        return segments.size() - (merged > 0 ? merged - 1 : 0);
    };
    if (left(chosen.size()) <= most) return chosen;

    double bytes = 0;
    for (const std::size_t i : chosen) bytes += static_cast<double>(segments[i].text_bytes);
    const std::vector<std::size_t> others = others_by_size(segments, chosen);
    const std::size_t due = chosen.size();
    double least = std::numeric_limits<double>::infinity();
    std::size_t taken = 0;
    for (std::size_t n = 1; n <= others.size(); ++n) {
        bytes += static_cast<double>(segments[others[n - 1]].text_bytes);
        if (left(due + n) > most) continue;
        const auto fewer = static_cast<double>(due + n - 1);
        const double price = bytes / (fewer * fewer * fewer);
        if (price < least) {
            least = price;
            taken = n;
        }
    }
    chosen.insert(chosen.end(), others.begin(),
                  others.begin() + static_cast<std::ptrdiff_t>(taken));
    std::ranges::sort(chosen);
    return chosen;
}

}  // namespace dateline
