#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "bench/topic.hpp"

namespace dateline {

/// A question to answer.
struct Topic {
    std::string id;  ///< without white space: it is one column of a run
    std::string text;
    std::uint64_t line = 1;  ///< of its file, from 1

    bool operator==(const Topic&) const = default;
};

/// "title,desc" and the like. Throws Error{usage}.
std::vector<TopicField> read_topic_fields(std::string_view names);

/// Reads topics from any of these, told from the first character: lines of `id TAB query`; TREC
/// topics (trec_topics.hpp); JSON lines (json_topics.hpp). A topic's text are those of `fields`
/// that it has, in that order; lines with a tab have only a title. Throws Error{input_output},
/// which names `name` and the line, where a topic cannot be read, has no id, has the id of another
/// one, or has none of the fields; and for a file without topics.
std::vector<Topic> read_topics(std::string_view bytes, std::string_view name,
                               const std::vector<TopicField>& fields = {TopicField::title});

}  // namespace dateline
