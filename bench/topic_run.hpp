#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "bench/topics.hpp"
#include "corpus/command.hpp"
#include "corpus/date.hpp"
#include "corpus/error.hpp"
#include "searcher/index.hpp"
#include "searcher/ranked_ids.hpp"

namespace dateline {

/// How topics are asked and answered.
struct TopicRunOptions {
    RankOptions rank;
    bool reads_syntax = false;  ///< topics are queries, else bare words
    std::string tag = "dateline";
    std::optional<Day> today;  ///< for dates in queries
};

struct TopicAnswer {
    std::string lines;               ///< of a TREC run; empty: nothing matched
    std::vector<std::string> notes;  ///< what the user must know: clauses without period
    std::optional<Error> refusal;    ///< of a topic that cannot be read as a query, or asks for too
                                     ///< much
};

/// Answers one topic. Throws but for Error{usage}, which is the topic's refusal.
TopicAnswer answer_topic(const Topic& topic, IdRanker& ranker, const TopicRunOptions& options);

/// `count` times the index in force, each opened for itself, all of them the same publication.
/// Throws as Index::open.
std::vector<Index> open_alike(const GlobalOptions& global, std::size_t count);

}  // namespace dateline
