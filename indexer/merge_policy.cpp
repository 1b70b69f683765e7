#include "indexer/merge_policy.hpp"

#include <algorithm>
#include <bit>
#include <map>

namespace dateline {

namespace {

constexpr double most_dead = 0.2;
constexpr std::size_t most_of_a_size = 3;
// All smaller ones are of one size.
constexpr std::uint64_t smallest_size = 1U << 20;

// Base-4 logarithm, rounded down.
int size_class(std::uint64_t text_bytes) {
    return static_cast<int>(std::bit_width(text_bytes / smallest_size + 1) - 1) / 2;
}

}  // namespace

std::vector<std::size_t> segments_to_merge(const std::vector<MergeCandidate>& segments,
                                           std::size_t most) {
    std::vector<bool> chosen(segments.size());
    const auto count_chosen = [&] { return std::ranges::count(chosen, true); };
    const auto of_this_run = std::ranges::count_if(segments, &MergeCandidate::is_of_this_run);
    std::map<int, std::size_t> of_a_size;
    for (const MergeCandidate& segment : segments) ++of_a_size[size_class(segment.text_bytes)];
    for (std::size_t i = 0; i < segments.size(); ++i)
        chosen[i] = (segments[i].is_of_this_run && of_this_run > 1) ||
                    segments[i].dead_share > most_dead ||
                    of_a_size[size_class(segments[i].text_bytes)] > most_of_a_size;

    while (segments.size() -
               static_cast<std::size_t>(std::max<std::ptrdiff_t>(count_chosen() - 1, 0)) >
           most) {
        std::size_t smallest = segments.size();
        for (std::size_t i = 0; i < segments.size(); ++i)
            if (!chosen[i] && (smallest == segments.size() ||
                               segments[i].text_bytes < segments[smallest].text_bytes))
                smallest = i;
        chosen[smallest] = true;
    }
    std::vector<std::size_t> numbers;
    for (std::size_t i = 0; i < segments.size(); ++i)
        if (chosen[i]) numbers.push_back(i);
    return numbers;
}

}  // namespace dateline
