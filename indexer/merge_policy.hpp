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
/// is more than 20 % dead and, only where more than `most` would be left, so many of the smallest
/// that bytes written / (segments fewer)^3 is least. Over n runs that bring equally much, a byte
/// is rewritten no more than m times, where m is the least number with C(m + most, most) >= n: 5
/// times (measured: 4.0) in 1,000 runs that leave at most 8 segments. Tested for
/// `most` 8 and 10, n to 10,000. Empty where nothing is due; one number: rewritten by itself.
std::vector<std::size_t> segments_to_merge(const std::vector<MergeCandidate>& segments,
                                           std::size_t most);

}  // namespace dateline
