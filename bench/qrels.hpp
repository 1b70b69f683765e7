#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace dateline {

/// Grades of a topic's documents by docno. A negative one means: in the pool, but not judged.
using Judgments = std::map<std::string, int, std::less<>>;

/// What is relevant to which topic, as TREC exchanges it: topic iteration docno grade. Topics
/// bytewise, as trec_eval sorts them.
using Qrels = std::map<std::string, Judgments, std::less<>>;

/// Throws Error{input_output}, which names `name` and the line, for lines of another form, a grade
/// that is no whole number, and a docno that comes twice in a topic.
Qrels parse_qrels(std::string_view text, std::string_view name);
/// Of a file; "-" is standard input. Throws Error{input_output}, also for a file without judgments.
Qrels read_qrels(const std::string& path);

}  // namespace dateline
