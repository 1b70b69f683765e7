#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "bench/evaluation.hpp"
#include "bench/run_difference.hpp"

namespace dateline {

/// All that `diff` knows.
struct RunDifference {
    std::string first;  ///< name
    std::string second;
    double persistence = 0.9;                ///< of rank-biased overlap
    std::vector<TopicDifference> topics;     ///< at least one
    std::optional<Evaluation> evaluation{};  ///< of both runs, where there are qrels
};

/// For people, newline at the end: averages, then the topics whose answers are least alike.
std::string render_difference_text(const RunDifference& difference, std::size_t width_columns);
/// An object for each topic (and "all") and measure: overlaps and rank-biased overlap in `value`;
/// measures with qrels as `first` and `second`, with second minus first as `value`, and tests.
std::string render_difference_jsonl(const RunDifference& difference);
/// RFC 4180, with the keys of jsonl as header.
std::string render_difference_csv(const RunDifference& difference);

}  // namespace dateline
