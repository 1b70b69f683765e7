#include "bench/run_command.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <memory>
#include <thread>

#include "bench/in_order.hpp"
#include "bench/topic_run.hpp"
#include "bench/trec_lines.hpp"
#include "searcher/ranking_option.hpp"
#include "searcher/unit_option.hpp"
#include "searcher/words_option.hpp"

namespace dateline {

namespace {

/// The options of `run` as they were typed.
struct RunArguments {
    std::string topics;
    std::string fields = "title";
    WordsChoice words;
    RankingChoice ranking;
    TopicRunOptions options;
};

struct RunTotals {
    std::size_t answered = 0;  // topics with a hit
    std::size_t refused = 0;
};

void check_tag(const std::string& tag) {
    const auto is_printed = [](unsigned char c) { return c > ' ' && c != 0x7F; };
    if (tag.empty() || !std::ranges::all_of(tag, is_printed))
        throw Error(ErrorKind::usage, fmt::format("\"{}\" is not a tag", tag),
                    "it is one column of the run: write one word");
}

void print_refusal(const Topic& topic, const std::string& file, const Error& refusal) {
    print_message("error", fmt::format("topic {} ({}, line {}): {}", topic.id, file, topic.line,
                                       refusal.what()));
    if (!refusal.excerpt().empty()) std::fprintf(stderr, "%s\n", refusal.excerpt().c_str());
    if (!refusal.hint().empty()) print_message("note", refusal.hint());
}

void print_answer(const GlobalOptions& global, const Topic& topic, const std::string& file,
                  const TopicAnswer& answer, RunTotals& totals) {
    write_output(answer.lines);
    for (const std::string& note : answer.notes)
        print_note(global, fmt::format("topic {}: {}", topic.id, note));
    totals.answered += !answer.lines.empty();
    totals.refused += answer.refusal.has_value();
    if (answer.refusal)
        print_refusal(topic, file, *answer.refusal);
    else if (answer.lines.empty())
        print_note(global, fmt::format("topic {} has no hits", topic.id));
}

std::size_t thread_count(const GlobalOptions& global, std::size_t topics) {
    const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
    return std::min(global.threads > 0 ? global.threads : cores, topics);
}

// Each thread has an index of its own, since a segment is not for several at once.
RunTotals answer_all(const GlobalOptions& global, const std::vector<Topic>& topics,
                     const std::string& file, const TopicRunOptions& options) {
    const std::vector<Index> indexes = open_alike(global, thread_count(global, topics.size()));
    std::vector<IdRanker> rankers(indexes.begin(), indexes.end());
    std::vector<InOrder<TopicAnswer>::Work> workers;
    for (IdRanker& ranker : rankers)
        workers.emplace_back([&topics, &ranker, &options](std::size_t number) {
            return answer_topic(topics[number], ranker, options);
        });
    InOrder<TopicAnswer> answers(std::move(workers), topics.size());
    RunTotals totals;
    for (const Topic& topic : topics) print_answer(global, topic, file, answers.take(), totals);
    return totals;
}

int run_topics(const GlobalOptions& global, const std::vector<std::string>& words,
               const RunArguments& arguments) {
    if (arguments.topics.empty() || !words.empty())
        throw Error(ErrorKind::usage, "run is told nothing but a file of topics",
                    "type its name: dateline run --topics topics.tsv > dateline.run");
    TopicRunOptions options = arguments.options;
    options.rank.needed = words_needed(arguments.words);
    options.rank.ranking = ranking_options(arguments.ranking, global.today);
    options.today = global.today;
    check_tag(options.tag);
    const std::string file = arguments.topics == "-" ? "standard input" : arguments.topics;
    const std::vector<TopicField> fields = read_topic_fields(arguments.fields);
    const std::vector<Topic> topics = read_topics(read_trec_file(arguments.topics), file, fields);
    const RunTotals totals = answer_all(global, topics, file, options);
    if (totals.refused > 0) {
        print_note(
            global,
            fmt::format("{} of {} topics could not be answered{}", totals.refused, topics.size(),
                        options.reads_syntax ? "; without --syntax they are read as words" : ""));
        return 2;
    }
    return totals.answered > 0 ? 0 : 1;
}

Action configure(CLI::App& app) {
    const auto chosen = std::make_shared<RunArguments>();
    TopicRunOptions& options = chosen->options;
    app.add_option("--topics", chosen->topics,
                   "lines of `id TAB query`, TREC topics or JSON lines; - for standard input")
        ->type_name("FILE");
    app.add_option("--topic-field", chosen->fields,
                   "title, desc or narr, or several with commas between them")
        ->type_name("FIELD")
        ->capture_default_str();
    app.add_flag("--syntax", options.reads_syntax, "topics are queries, not words");
    add_unit_option(app, options.rank.unit);
    app.add_option("--depth", options.rank.limit, "lines of a topic at most; 0 for all")
        ->type_name("N")
        ->capture_default_str();
    app.add_option("--tag", options.tag, "the last column of the run")
        ->type_name("T")
        ->capture_default_str();
    add_words_options(app, chosen->words);
    add_ranking_options(app, chosen->ranking);
    return [chosen](const GlobalOptions& global, const std::vector<std::string>& words) {
        return run_topics(global, words, *chosen);
    };
}

}  // namespace

Command run_command() {
    return {.name = "run",
            .summary = "answer a file of topics as a TREC run",
            .exit_codes = {0, 2, 3, 4},
            .arguments = "--topics FILE",
            .formats = {"trec"},
            .configure = configure};
}

}  // namespace dateline
