#include "searcher/search_command.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <memory>
#include <optional>

#include "corpus/error.hpp"
#include "searcher/answer_format.hpp"
#include "searcher/asked_query.hpp"
#include "searcher/command_style.hpp"
#include "searcher/open_indexes.hpp"
#include "searcher/query_notes.hpp"
#include "searcher/ranking_option.hpp"
#include "searcher/search.hpp"
#include "searcher/sort_option.hpp"
#include "searcher/unit_option.hpp"
#include "searcher/words_option.hpp"

namespace dateline {

namespace {

using Clock = std::chrono::steady_clock;

/// The options of `search` as they were typed.
struct SearchArguments {
    SearchOptions options;
    WordsChoice words;
    RankingChoice ranking;
    bool is_lenient = false;
    bool counts_only = false;
};

// Where the answer is a set and not a ranking, bare words mean all words.
WordsNeeded words_needed(const SearchArguments& arguments) {
    const SearchOptions& options = arguments.options;
    const bool is_set = arguments.counts_only || options.limit == 0 || !is_ranking(options.sort);
    return words_needed(arguments.words, {is_set ? WordsNeeded::all : 1});
}

std::optional<std::string> unknown_words_note(const SearchResult& result) {
    std::vector<UnknownWord> words;
    for (std::size_t i = 0; i < result.unknown_words.size(); ++i)
        words.push_back({result.unknown_words[i], result.suggestions[i]});
    return unknown_words_note(words);
}

void print_notes(const GlobalOptions& global, const SearchResult& result, bool counts_only) {
    for (const std::string& note : result.notes) print_note(global, note);
    if (const auto unknown = unknown_words_note(result)) print_note(global, *unknown);
    if (counts_only) return;
    if (const auto note = listing_note(global.format, result)) print_note(global, *note);
}

int run_search(const GlobalOptions& global, const std::vector<std::string>& words,
               const SearchArguments& arguments) {
    if (words.empty())
        throw Error(ErrorKind::usage, "no query is given",
                    "type the words to look for: dateline search nato training iraq");
    const auto start = Clock::now();
    const Query query =
        read_query(global, fmt::format("{}", fmt::join(words, " ")), arguments.is_lenient);
    SearchOptions options = arguments.options;
    options.needed = words_needed(arguments);
    options.ranking = ranking_options(arguments.ranking, global.today);
    options.detail = detail_for(global.format);
    options.lists_hits = !arguments.counts_only;
    const Index index = open_indexes(global);
    std::optional<std::chrono::duration<double>> taken;  // until the first answers are known
    SearchResult last;
    search_in_pages(index, query, options, page_hits(global.format), [&](SearchResult&& page) {
        if (!taken) taken = Clock::now() - start;
        write_output(arguments.counts_only
                         ? fmt::format("{}\n", page.total())
                         : render_answer(global.format, page, text_style(global), taken->count()));
        last = std::move(page);
    });
    print_notes(global, last, arguments.counts_only);
    if (last.article_total == 0)
        if (const auto note = joined_words_note(query)) print_note(global, *note);
    return last.article_total > 0 ? 0 : 1;
}

Action configure(CLI::App& app) {
    const auto chosen = std::make_shared<SearchArguments>();
    SearchOptions& options = chosen->options;
    app.add_option("-n", options.limit, "articles, or passages, to show; 0 for all")
        ->type_name("N")
        ->capture_default_str();
    app.add_option("--offset", options.offset, "pass over the first N of them")
        ->type_name("N")
        ->capture_default_str();
    add_sort_option(app, options.sort);
    add_unit_option(app, options.unit);
    app.add_option("--passages", options.passages_each, "passages to show of each article")
        ->type_name("N")
        ->capture_default_str();
    add_words_options(app, chosen->words);
    add_ranking_options(app, chosen->ranking);
    app.add_flag("--count", chosen->counts_only,
                 "only how many articles, or passages, match, copies included");
    app.add_flag("--lenient", chosen->is_lenient, "what is no query is taken as words");
    options.fold_copies = true;
    app.add_flag_callback(
        "--copies", [chosen] { chosen->options.fold_copies = false; },
        "list near-identical copies one by one");
    return [chosen](const GlobalOptions& global, const std::vector<std::string>& words) {
        return run_search(global, words, *chosen);
    };
}

}  // namespace

Command search_command() {
    return {.name = "search",
            .summary = "find articles and show the passages that match",
            .details =
                "Words are looked for in every inflection, in headlines and bodies. Phrases, "
                "operators, nearness, fields and dates: `dateline help query`.",
            .exit_codes = {0, 1, 2, 3, 4},
            .arguments = "QUERY",
            .formats = answer_formats(),
            .configure = configure,
            .pages = true};
}

}  // namespace dateline
