#include "bench/topic_run.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "bench/run_file.hpp"
#include "searcher/lenient_query.hpp"
#include "searcher/open_indexes.hpp"

namespace dateline {

namespace {

// A text that asks for more than is answered (work_budget.hpp) is asked for from its beginning: as
// many words as can be, to the nearest quarter.
RankedIds ranked_words(Query words, IdRanker& ranker, const RankOptions& options) {
    const std::size_t all = words.children.size();
    while (true) {
        try {
            RankedIds ids = ranker.rank(words, options);
            ids.notes.clear();  // of what operators and fields mean; words have none
            if (words.children.size() < all)
                ids.notes.push_back(
                    fmt::format("it asks for too much: the first {} of its {} "
                                "words are taken",
                                words.children.size(), all));
            return ids;
        } catch (const Error& error) {
            if (error.kind() != ErrorKind::usage || words.children.size() < 8) throw;
            words.children.resize(words.children.size() * 3 / 4);
        }
    }
}

RankedIds ranked(const Topic& topic, IdRanker& ranker, const TopicRunOptions& options) {
    if (options.reads_syntax)
        return ranker.rank(parse_query(topic.text, options.today), options.rank);
    std::optional<Query> words = query_of_words(topic.text);
    if (!words) return {};
    return ranked_words(std::move(*words), ranker, options.rank);
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

std::vector<Index> open_alike(const GlobalOptions& global, std::size_t count) {
    while (true) {
        std::vector<Index> indexes;
        for (std::size_t i = 0; i < count; ++i) indexes.push_back(open_indexes(global));
        const bool are_alike = std::ranges::all_of(indexes, [&](const Index& index) {
            return index.manifest().number == indexes.front().manifest().number;
        });
        if (are_alike) return indexes;
    }
}

}  // namespace dateline
