#include "searcher/search_command.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <memory>

#include "corpus/error.hpp"
#include "searcher/command_style.hpp"
#include "searcher/render.hpp"
#include "searcher/search.hpp"

namespace dateline {

namespace {

using Clock = std::chrono::steady_clock;

void print_notes(const GlobalOptions& global, const SearchResult& result) {
    for (const std::string& note : result.notes) print_note(global, note);
    if (!result.unknown_words.empty())
        print_note(global, fmt::format("no article has {}", fmt::join(result.unknown_words, ", ")));
    const std::uint64_t articles = result.article_total - result.folded_total;
    if (global.format == "jsonl" && result.hits.size() < articles)
        print_note(global,
                   fmt::format("{} of {} articles (-n 0 gives all)", result.hits.size(), articles));
}

int run_search(const GlobalOptions& global, const std::vector<std::string>& arguments,
               const SearchOptions& options) {
    if (arguments.empty())
        throw Error(ErrorKind::usage, "no query is given",
                    "type the words to look for: dateline search nato training iraq");
    const auto start = Clock::now();
    const Query query = parse_query(fmt::format("{}", fmt::join(arguments, " ")));
    const Index index = Index::open(global.index);
    const SearchResult result = search(index, query, options);
    const std::chrono::duration<double> taken = Clock::now() - start;
    if (!result.hits.empty())
        write_output(global.format == "jsonl"
                         ? render_jsonl(result)
                         : render_text(result, text_style(global), taken.count()));
    print_notes(global, result);
    return result.article_total > 0 ? 0 : 1;
}

Action configure(CLI::App& app) {
    const auto options = std::make_shared<SearchOptions>();
    app.add_option("-n", options->limit, "articles to show, the best first; 0 for all")
        ->type_name("N")
        ->capture_default_str();
    app.add_option("--passages", options->passages_each, "passages to show of each article")
        ->type_name("N")
        ->capture_default_str();
    options->fold_copies = true;
    app.add_flag_callback(
        "--copies", [options] { options->fold_copies = false; },
        "list near-identical copies one by one");
    return [options](const GlobalOptions& global, const std::vector<std::string>& arguments) {
        return run_search(global, arguments, *options);
    };
}

}  // namespace

Command search_command() {
    return {.name = "search",
            .summary = "find articles and show the passages that match",
            .arguments = "QUERY",
            .formats = {"text", "jsonl"},
            .configure = configure};
}

}  // namespace dateline
