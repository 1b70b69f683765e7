#pragma once

#include <vector>

#include "bench/topic.hpp"

namespace dateline {

/// Topics as TREC writes them: <top> with <num>, <title>, <desc>, <narr>, their tags closed or not,
/// labels ("Number:", "Description:") left out; and in XML, <topic number="1"> with <query> or
/// <title>, <description>, <question> or <narrative>, as the Web and COVID tracks and CLEF have
/// them. What stands in other elements is passed over. A number after "Number:" loses leading
/// zeros, as in the qrels of TREC ("051" is 51 there).
std::vector<TopicRecord> read_trec_topics(const TopicFile& file);

}  // namespace dateline
