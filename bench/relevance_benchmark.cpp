#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "bench/benchmark_main.hpp"
#include "bench/evaluation.hpp"
#include "bench/machine.hpp"
#include "bench/process_cost.hpp"
#include "bench/topic_run.hpp"
#include "bench/trec_lines.hpp"
#include "bench/work_folder.hpp"
#include "corpus/article_id.hpp"
#include "corpus/error.hpp"
#include "searcher/text_table.hpp"

// How well the default ranks, on judged sets: each is indexed anew, its topics are answered as
// `run` answers them, and the answers are measured as `eval -c` measures them.
namespace {

namespace fs = std::filesystem;
using namespace dateline;

constexpr const char* usage =
    "usage: relevance_benchmark (FOLDER | ARCHIVE:TOPICS:QRELS)...; a FOLDER holds topics.tsv, "
    "qrels.txt and documents: files named docs.*, or else all others";

/// As deep as `run` and most of TREC go.
constexpr std::uint64_t depth = 1000;

struct JudgedSet {
    std::string name;
    std::vector<std::string> archives;  // files or folders
    std::string topics;
    std::string qrels;
};

std::vector<std::string> documents_in(const fs::path& folder) {
    std::vector<std::string> named;
    std::vector<std::string> all;
    for (const auto& entry : fs::directory_iterator(folder)) {
        const std::string name = entry.path().filename().string();
        if (name == "topics.tsv" || name == "qrels.txt") continue;
        all.push_back(entry.path().string());
        if (name.starts_with("docs.")) named.push_back(entry.path().string());
    }
    std::vector<std::string> documents = named.empty() ? all : named;
    std::ranges::sort(documents);
    if (documents.empty())
        throw Error(ErrorKind::input_output, "no documents are in " + folder.string(), usage);
    return documents;
}

std::string name_of(const fs::path& path) {
    const fs::path plain = path.has_filename() ? path : path.parent_path();
    return plain.filename().string();
}

JudgedSet read_set(const std::string& word) {
    if (fs::is_directory(word)) {
        const fs::path folder = word;
        return {name_of(folder), documents_in(folder), (folder / "topics.tsv").string(),
                (folder / "qrels.txt").string()};
    }
    const std::size_t second = word.rfind(':');
    const std::size_t first = second == std::string::npos || second == 0
                                  ? std::string::npos
                                  : word.rfind(':', second - 1);
    if (first == std::string::npos)
        throw Error(ErrorKind::usage, word + " is neither a folder nor ARCHIVE:TOPICS:QRELS",
                    usage);
    const std::string archive = word.substr(0, first);
    return {name_of(archive),
            {archive},
            word.substr(first + 1, second - first - 1),
            word.substr(second + 1)};
}

// Returns whether all documents are in it; a set may have empty ones.
bool run_index(const JudgedSet& set, const fs::path& index) {
    constexpr int published_without_some = 6;
    std::vector<std::string> command{DATELINE_INDEX_PROGRAM, "index", "--quiet", "--progress=none",
                                     "--index=" + index.string()};
    command.insert(command.end(), set.archives.begin(), set.archives.end());
    const ProcessCost cost = cost_of_program(command);
    if (cost.exit_code != 0 && cost.exit_code != published_without_some)
        throw Error(ErrorKind::input_output,
                    fmt::format("dateline-index failed: exit code {}", cost.exit_code));
    return cost.exit_code == 0;
}

Run answers(const std::vector<Topic>& topics, IdRanker& ranker, const TopicRunOptions& options) {
    std::string lines;
    for (const Topic& topic : topics) {
        const TopicAnswer answer = answer_topic(topic, ranker, options);
        if (answer.refusal) throw *answer.refusal;
        lines += answer.lines;
    }
    return parse_run(lines, "the run");
}

// An article ranks where its best passage does.
Run by_best_passage(const Run& passages) {
    Run articles{passages.tag, {}};
    for (const auto& [topic, entries] : passages.topics) {
        std::vector<RunEntry>& ranking = articles.topics[topic];
        std::set<std::string, std::less<>> is_ranked;
        for (const RunEntry& entry : entries) {
            const std::string article(split_passage_id(entry.docno).article);
            if (ranking.size() < depth && is_ranked.insert(article).second)
                ranking.push_back({article, entry.score});
        }
    }
    return articles;
}

const std::vector<std::pair<std::string, Measure>> columns{{"MAP", {MeasureKind::map}},
                                                           {"nDCG@10", {MeasureKind::ndcg, 10}},
                                                           {"P@10", {MeasureKind::precision, 10}},
                                                           {"R@100", {MeasureKind::recall, 100}}};

// Of all topics of the qrels, as `trec_eval -c`.
std::vector<std::string> row_of(std::string_view unit, const JudgedSet& set, const Qrels& qrels,
                                Run run) {
    EvaluationOptions options;
    options.measures.clear();
    for (const auto& [name, measure] : columns) options.measures.push_back(measure);
    options.all_topics = true;
    const std::vector<NamedRun> runs{{set.name, std::move(run)}};
    const Evaluation evaluation = evaluate(qrels, runs, options);
    std::vector<std::string> row{fmt::format("{}, {}", set.name, unit),
                                 std::to_string(evaluation.topics.size())};
    for (std::size_t i = 0; i < columns.size(); ++i)
        row.push_back(figure_text(evaluation.mean(0, i)));
    return row;
}

bool is_relevant_anywhere(const Judgments& judgments) {
    return std::ranges::any_of(judgments, [](const auto& judgment) { return judgment.second > 0; });
}

// What the averages hold that is not to be seen in them.
std::vector<std::string> notes_on(const JudgedSet& set, const Qrels& qrels,
                                  const std::vector<Topic>& topics) {
    std::vector<std::string> without_relevant;
    std::vector<std::string> unasked;
    for (const auto& [id, judgments] : qrels) {
        if (!is_relevant_anywhere(judgments)) without_relevant.push_back(id);
        if (std::ranges::find(topics, id, &Topic::id) == topics.end()) unasked.push_back(id);
    }
    std::vector<std::string> unjudged;
    for (const Topic& topic : topics)
        if (!qrels.contains(topic.id)) unjudged.push_back(topic.id);
    std::vector<std::string> notes;
    const auto note = [&](const std::vector<std::string>& ids, std::string_view fate) {
        if (!ids.empty())
            notes.push_back(fmt::format("{}: {} {}", set.name, named_topics(ids), fate));
    };
    note(without_relevant, "with no relevant document count as 0, as in trec_eval");
    note(unasked, "of the qrels that are not among those asked count as 0");
    note(unjudged, "without judgments are left out");
    return notes;
}

void measure(const JudgedSet& set, TextTable& table, std::vector<std::string>& notes) {
    const std::vector<Topic> topics = read_topics(read_trec_file(set.topics), set.topics);
    const Qrels qrels = read_qrels(set.qrels);
    const WorkFolder folder;
    if (!run_index(set, folder / "index"))
        notes.push_back(set.name + ": documents without text are not in the index");
    const Index index = Index::open(folder / "index");
    IdRanker ranker(index);
    TopicRunOptions options;
    options.rank.limit = depth;
    table.rows.push_back(row_of("articles", set, qrels, answers(topics, ranker, options)));
    options.rank.unit = AnswerUnit::passage;
    options.rank.limit = 0;  // how many passages hold so many articles is not known before
    table.rows.push_back(
        row_of("passages", set, qrels, by_best_passage(answers(topics, ranker, options))));
    std::ranges::move(notes_on(set, qrels, topics), std::back_inserter(notes));
}

int run(const std::vector<std::string>& words) {
    refuse_debug_build();
    if (words.empty()) throw Error(ErrorKind::usage, "no judged set is given", usage);
    std::vector<JudgedSet> sets;
    for (const std::string& word : words) sets.push_back(read_set(word));
    fmt::print("{}\n\n", machine_line(DATELINE_BUILD_TYPE));
    TextTable table{{"set, unit", "topics"}, {}};
    for (const auto& [name, measure] : columns) table.heading.push_back(name);
    std::vector<std::string> notes;
    for (const JudgedSet& set : sets) measure(set, table, notes);
    constexpr std::size_t width_columns = 100;
    fmt::print("{}", render_table(table, width_columns));
    if (!notes.empty()) fmt::print("\n");
    for (const std::string& note : notes) fmt::print("{}", wrapped_text(note, width_columns));
    return 0;
}

}  // namespace

int main(int argc, char** argv) { return benchmark_main("relevance_benchmark", argc, argv, run); }
