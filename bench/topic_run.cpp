#include "bench/topic_run.hpp"

#include <algorithm>

#include "bench/run_file.hpp"
#include "searcher/lenient_query.hpp"

namespace dateline {

namespace {

RankedIds ranked(const Topic& topic, IdRanker& ranker, const TopicRunOptions& options) {
    if (options.reads_syntax)
        return ranker.rank(parse_query(topic.text, options.today), options.rank);
    const std::string words = bare_words(topic.text);
    if (words.empty()) return {};
    RankedIds ids = ranker.rank(parse_query(words), options.rank);
    ids.notes.clear();  // of what operators and fields mean; words have none
    return ids;
}

}  // namespace

TopicAnswer answer_topic(const Topic& topic, IdRanker& ranker, const TopicRunOptions& options) {
    TopicAnswer answer;
    try {
        RankedIds found = ranked(topic, ranker, options);
        std::vector<RunEntry> entries;
        for (RankedId& id : found.ids) entries.push_back({std::move(id.id), id.score});
        answer.lines = run_lines(topic.id, entries, options.tag);
        answer.notes = std::move(found.notes);
    } catch (const Error& error) {
        if (error.kind() != ErrorKind::usage) throw;
        answer.refusal = error;
    }
    return answer;
}

std::vector<Index> open_alike(const std::filesystem::path& folder, std::size_t count) {
    while (true) {
        std::vector<Index> indexes;
        for (std::size_t i = 0; i < count; ++i) indexes.push_back(Index::open(folder));
        const bool are_alike = std::ranges::all_of(indexes, [&](const Index& index) {
            return index.manifest().number == indexes.front().manifest().number;
        });
        if (are_alike) return indexes;
    }
}

}  // namespace dateline
