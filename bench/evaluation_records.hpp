#pragma once

#include <string>

#include "bench/evaluation.hpp"

namespace dateline {

/// trec_eval's three columns: measure, topic or "all", value with 4 decimals. Each of several runs
/// begins with a line "runid", as trec_eval has it.
std::string render_evaluation_trec(const Evaluation& evaluation, bool per_topic);
/// An object a value; of the averages too ("all"), those with tests against the first run.
std::string render_evaluation_jsonl(const Evaluation& evaluation, bool per_topic);
/// RFC 4180, with the keys of jsonl as header.
std::string render_evaluation_csv(const Evaluation& evaluation, bool per_topic);

}  // namespace dateline
