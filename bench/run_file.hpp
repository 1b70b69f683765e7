#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/run_lines.hpp"

namespace dateline {

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

}  // namespace dateline
