#pragma once

#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// A document in the ranking of a topic.
struct RunEntry {
    std::string docno;
    double score = 0;
};

/// What a system answers to a set of topics, as TREC exchanges it: topic Q0 docno rank score tag.
struct Run {
    std::string tag;  ///< of the last line; empty when there is none
    /// By topic, bytewise as trec_eval sorts them; each from the first rank down.
    std::map<std::string, std::vector<RunEntry>, std::less<>> topics;
};

/// Reads the lines of a run. As trec_eval has it: scores are 32-bit floats, the rank column is
/// ignored, the ranking is by score descending, then docno descending (bytes). Throws
/// Error{input_output}, which names `name` and the line, for lines of another form, a score that is
/// no number, and a docno that comes twice in a topic.
Run parse_run(std::string_view text, std::string_view name);
/// Of a file; "-" is standard input. Throws Error{input_output}.
Run read_run(const std::string& path);

/// The lines of one topic, ranks from 1. `entries` are in rank order, best first. Scores are
/// written with 9 digits and strictly fall as the 32-bit floats that trec_eval reads: where one
/// does not, the next lower float takes its place, so that the order is the same for every reader.
/// The texts hold no white space and no score is NaN.
std::string run_lines(std::string_view topic, std::span<const RunEntry> entries,
                      std::string_view tag);

}  // namespace dateline
