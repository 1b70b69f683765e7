#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace dateline {

/// A segment as the policy sees it.
struct MergeCandidate {
    std::uint64_t text_bytes = 0;  ///< of living articles
    double dead_share = 0;         ///< of its passages, 0 to 1
    bool is_of_this_run = false;
};

/// Which segments are to become one, as numbers of `segments`: those of this run together, one that
/// is more than 20 % dead, four or more of a size (within a factor of 4), and the smallest ones
/// while there would be more than `most`. So a passage is rewritten about log4 of the archive's
/// size over a run's size times. Empty where nothing is due; one number: rewritten by itself.
std::vector<std::size_t> segments_to_merge(const std::vector<MergeCandidate>& segments,
                                           std::size_t most);

}  // namespace dateline
