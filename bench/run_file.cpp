#include "bench/run_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>
#include <optional>

#include "bench/trec_lines.hpp"

namespace dateline {

namespace {

// An entry while it is read; views of the file.
struct ReadEntry {
    std::string_view docno;
    float score = 0;
    std::size_t line = 0;
};
using ReadEntries = std::vector<ReadEntry>;

std::optional<float> read_score(std::string_view text) {
    if (text.starts_with('+')) text.remove_prefix(1);
    double score = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), score);
    if (error != std::errc{} || end != text.data() + text.size() || std::isnan(score))
        return std::nullopt;
    return trec_score(score);
}

bool ranks_before(const ReadEntry& a, const ReadEntry& b) {
    return a.score != b.score ? a.score > b.score : a.docno > b.docno;
}

void refuse_duplicates(ReadEntries entries, std::string_view topic, const TrecLineReader& reader) {
    std::sort(entries.begin(), entries.end(), [](const ReadEntry& a, const ReadEntry& b) {
        return a.docno != b.docno ? a.docno < b.docno : a.line < b.line;
    });
    const auto first = std::adjacent_find(
        entries.begin(), entries.end(),
        [](const ReadEntry& a, const ReadEntry& b) { return a.docno == b.docno; });
    if (first == entries.end()) return;
    reader.fail(std::next(first)->line, fmt::format("{} again in topic {} (first on line {})",
                                                    first->docno, topic, first->line));
}

std::vector<RunEntry> ranked(ReadEntries entries) {
    std::sort(entries.begin(), entries.end(), ranks_before);
    std::vector<RunEntry> ranking;
    ranking.reserve(entries.size());
    for (const ReadEntry& entry : entries)
        ranking.push_back({std::string(entry.docno), double{entry.score}});
    return ranking;
}

}  // namespace

Run parse_run(std::string_view text, std::string_view name) {
    TrecLineReader reader(text, name);
    Run run;
    std::map<std::string_view, ReadEntries> topics;
    while (const std::optional<TrecLine> line = reader.next()) {
        reader.require_form(*line, "a run", "topic Q0 docno rank score tag");
        const std::optional<float> score = read_score(line->columns[4]);
        if (!score)
            reader.fail(line->number, fmt::format("the score \"{}\" is no number that can be used",
                                                  line->columns[4]));
        topics[line->columns[0]].push_back({line->columns[2], *score, line->number});
        run.tag = line->columns[5];
    }
    for (auto& [topic, entries] : topics) {
        refuse_duplicates(entries, topic, reader);
        run.topics.emplace(topic, ranked(std::move(entries)));
    }
    return run;
}

Run read_run(const std::string& path) { return parse_run(read_trec_file(path), path); }

}  // namespace dateline
