#include "bench/bench_command.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <optional>

#include "bench/article_generator.hpp"
#include "corpus/byte_size.hpp"
#include "corpus/error.hpp"

namespace dateline {

namespace {

struct BenchOptions {
    std::string generate;
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

int run_bench(const BenchOptions& options, const std::vector<std::string>& arguments) {
    if (options.generate.empty() || !arguments.empty())
        throw Error(ErrorKind::usage, "bench is told only what to generate",
                    "type a size: dateline bench --generate 50M --seed 1 > news.jsonl");
    const std::optional<std::uint64_t> size = read_byte_size(options.generate);
    if (!size)
        throw Error(ErrorKind::usage, fmt::format("\"{}\" is not a size", options.generate),
                    "write it as 500K, 50M or 2G");
    generate(*size, options.seed);
    return 0;
}

Action configure(CLI::App& app) {
    const auto options = std::make_shared<BenchOptions>();
    app.add_option("--generate", options->generate,
                   "print made-up articles with so many bytes of text, as JSON lines")
        ->type_name("SIZE");
    app.add_option("--seed", options->seed, "other seeds, other articles")
        ->type_name("S")
        ->capture_default_str();
    return [options](const GlobalOptions&, const std::vector<std::string>& arguments) {
        return run_bench(*options, arguments);
    };
}

}  // namespace

Command bench_command() {
    return {.name = "bench",
            .summary = "generate an archive to measure with",
            .arguments = "--generate SIZE",
            .formats = {"jsonl"},
            .configure = configure};
}

}  // namespace dateline
