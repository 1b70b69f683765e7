#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "bench/evaluation.hpp"

namespace dateline {

/// How alike the answers of two runs to one topic are.
struct TopicDifference {
    static constexpr std::array<std::size_t, 3> depths{10, 100, 1000};

    std::string topic;
    std::array<double, depths.size()> overlaps{};  ///< overlap_at each depth
    double rank_biased_overlap = 0;
    /// Where one run has the document that the other has first; 0: nowhere.
    std::size_t rank_of_first_in_second = 0;
    std::size_t rank_of_second_in_first = 0;
};

/// Of the topics that both have, in the order of bytes. `persistence` as rank_biased_overlap has
/// it. Throws Error{input_output} where that are none.
std::vector<TopicDifference> run_differences(const NamedRun& first, const NamedRun& second,
                                             double persistence);

/// Means of overlaps and rank-biased overlap; the rest is left empty. At least one topic.
TopicDifference mean_difference(const std::vector<TopicDifference>& differences);

/// Up to `most`, those first whose answers are least alike; none whose answers are the same.
std::vector<TopicDifference> least_alike(std::vector<TopicDifference> differences,
                                         std::size_t most);

/// Topics that only one of the runs has; a sentence each, without a full stop.
std::vector<std::string> difference_notes(const NamedRun& first, const NamedRun& second);

}  // namespace dateline
