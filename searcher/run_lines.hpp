#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace dateline {

/// A document in the ranking of a topic.
struct RunEntry {
    std::string docno;
    double score = 0;
};

/// The score as trec_eval reads it, a 32-bit float; beyond its range infinite.
float trec_score(double score);

/// The lines of one topic as TREC exchanges them: topic Q0 docno rank score tag, ranks from
/// `first_rank`. `entries` are in rank order, best first. Scores are written with 9 digits and
/// strictly fall as 32-bit floats: where one does not, the next lower float takes its place, so
/// that the order is the same for every reader. The texts hold no white space and no score is NaN.
std::string run_lines(std::string_view topic, std::span<const RunEntry> entries,
                      std::string_view tag, std::size_t first_rank = 1);

}  // namespace dateline
