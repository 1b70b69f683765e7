#pragma once

#include <vector>

#include "bench/topic.hpp"

namespace dateline {

/// One JSON object a line: `id` (also `qid`, `query_id`, `topic_id`, `_id`), a string or a whole
/// number; `query` (also `title`, `text`), `desc` (also `description`), `narr` (also `narrative`).
/// Other keys are passed over. Throws as TopicFile::fail for a line that is no such object.
std::vector<TopicRecord> read_json_topics(const TopicFile& file);

}  // namespace dateline
