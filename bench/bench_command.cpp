#include "bench/bench_command.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <optional>

#include "bench/article_generator.hpp"
#include "bench/latency.hpp"
#include "bench/machine.hpp"
#include "bench/query_sample.hpp"
#include "bench/render_latency.hpp"
#include "bench/topic_run.hpp"
#include "bench/trec_lines.hpp"
#include "corpus/byte_size.hpp"
#include "corpus/error.hpp"
#include "searcher/command_style.hpp"
#include "searcher/open_indexes.hpp"

namespace dateline {

namespace {

struct BenchOptions {
    std::string generate;
    std::size_t sample = 0;
    std::size_t rounds = 5;
    std::uint64_t seed = 1;
};

// Until headlines and bodies have so many bytes.
void generate(std::uint64_t text_bytes, std::uint64_t seed) {
    constexpr std::size_t block_bytes = std::size_t{1} << 20;
    ArticleGenerator generator(seed);
    std::string lines;
    for (std::uint64_t written = 0; written < text_bytes;) {
        const Article article = generator.next();
        written += article.headline.size() + article.body.size();
        lines += json_line(article);
        if (lines.size() < block_bytes) continue;
        write_output(lines);
        lines.clear();
    }
    write_output(lines);
}

int run_generate(const BenchOptions& options) {
    const std::optional<std::uint64_t> size = read_byte_size(options.generate);
    if (!size)
        throw Error(ErrorKind::usage, fmt::format("\"{}\" is not a size", options.generate),
                    "write it as 500K, 50M or 2G");
    generate(*size, options.seed);
    return 0;
}

int run_sample(const GlobalOptions& global, const BenchOptions& options) {
    const std::vector<TimedQuery> queries =
        sample_queries(open_indexes(global), options.sample, options.seed);
    std::string lines;
    for (const TimedQuery& query : queries)
        lines += fmt::format("{}\t{}\n", query.group, query.text);
    write_output(lines);
    if (queries.empty()) print_note(global, "the index has no words to ask for");
    return 0;
}

std::string conditions(const std::vector<Index>& indexes, const BenchOptions& options) {
    const Index& index = indexes.front();
    return fmt::format(
        "{}\n{} articles in {} segment{}; {} thread{}; microseconds of the clock, of each query "
        "the least of {} round{}\n",
        machine_line(DATELINE_BUILD_TYPE), index.article_count(), index.segments().size(),
        index.segments().size() == 1 ? "" : "s", indexes.size(), indexes.size() == 1 ? "" : "s",
        options.rounds, options.rounds == 1 ? "" : "s");
}

int run_queries(const GlobalOptions& global, const BenchOptions& options, const std::string& file) {
    if (options.rounds == 0)
        throw Error(ErrorKind::usage, "--rounds 0 measures nothing", "ask for one at least");
    const std::string name = file == "-" ? "standard input" : file;
    const std::vector<TimedQuery> queries = read_timed_queries(read_trec_file(file), name);
    const std::vector<Index> indexes = open_alike(global, std::max<std::size_t>(1, global.threads));
    const std::vector<GroupLatency> groups =
        measure_latency(indexes, queries, {options.rounds, global.today});
    write_output(global.format == "jsonl"
                     ? render_latency_jsonl(groups, indexes.size())
                     : render_latency_text(groups, conditions(indexes, options),
                                           text_style(global).width_columns));
    return 0;
}

int run_bench(const GlobalOptions& global, const BenchOptions& options,
              const std::vector<std::string>& arguments) {
    const int asked = static_cast<int>(!options.generate.empty()) + (options.sample > 0) +
                      static_cast<int>(arguments.size());
    if (asked != 1)
        throw Error(ErrorKind::usage, "bench takes one of a file of queries, --sample, --generate",
                    "make queries first: dateline bench --sample 200 > queries.tsv");
    if (!options.generate.empty()) return run_generate(options);
    if (options.sample > 0) return run_sample(global, options);
    return run_queries(global, options, arguments.front());
}

Action configure(CLI::App& app) {
    const auto options = std::make_shared<BenchOptions>();
    app.add_option("--rounds", options->rounds, "time each query so many times, take the least")
        ->type_name("N")
        ->capture_default_str();
    app.add_option("--sample", options->sample,
                   "print queries made of what the index holds, about so many of each class")
        ->type_name("N");
    app.add_option("--generate", options->generate,
                   "print made-up articles with so many bytes of text, as JSON lines")
        ->type_name("SIZE");
    app.add_option("--seed", options->seed, "other seeds, other queries and articles")
        ->type_name("S")
        ->capture_default_str();
    return [options](const GlobalOptions& global, const std::vector<std::string>& arguments) {
        return run_bench(global, *options, arguments);
    };
}

}  // namespace

Command bench_command() {
    return {.name = "bench",
            .summary = "time queries, or make queries and an archive to measure with",
            .arguments = "QUERIES",
            .formats = {"text", "jsonl"},
            .configure = configure};
}

}  // namespace dateline
