#include "searcher/related_command.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <memory>

#include "corpus/article_id.hpp"
#include "corpus/error.hpp"
#include "searcher/answer_format.hpp"
#include "searcher/command_style.hpp"
#include "searcher/id_arguments.hpp"
#include "searcher/named_article.hpp"
#include "searcher/open_indexes.hpp"
#include "searcher/related.hpp"

namespace dateline {

namespace {

using Clock = std::chrono::steady_clock;

// Whether there is anything related to it.
bool show_related(const GlobalOptions& global, const Index& index, const std::string& id,
                  const RelatedOptions& options) {
    const auto start = Clock::now();
    const auto named = find_named_unit(global, index, split_passage_id(id));
    if (!named) return false;
    const SearchResult result = find_related(index, named->article.place, named->passage, options);
    const std::chrono::duration<double> taken = Clock::now() - start;
    write_output(render_answer(global.format, result, text_style(global), taken.count()));
    for (const std::string& note : result.notes) print_note(global, note);
    if (const auto note = listing_note(global.format, result)) print_note(global, *note);
    return !result.hits.empty();
}

int run_related(const GlobalOptions& global, const std::vector<std::string>& arguments,
                const RelatedOptions& options) {
    if (arguments.size() != 1)
        throw Error(ErrorKind::usage,
                    arguments.empty() ? "no article is named" : "more than one article is named",
                    "type one id as search shows it: dateline related ID; - takes ids from "
                    "standard input");
    const Index index = open_indexes(global);
    bool all_found = true;
    const std::vector<std::string> ids = named_ids(arguments);
    for (const std::string& id : ids) {
        if (global.format == "text" && &id != &ids.front()) write_output("\n");
        all_found &= show_related(global, index, id, options);
    }
    return all_found && !ids.empty() ? 0 : 1;
}

Action configure(CLI::App& app) {
    const auto options = std::make_shared<RelatedOptions>();
    app.add_option("-n", options->limit, "articles to show, the best first; 0 for all")
        ->type_name("N")
        ->capture_default_str();
    app.add_flag("--before", options->older_only,
                 "only what appeared before the article: background to it");
    return [options](const GlobalOptions& global, const std::vector<std::string>& arguments) {
        return run_related(global, arguments, *options);
    };
}

}  // namespace

Command related_command() {
    return {.name = "related",
            .summary = "find what to read next to an article",
            .exit_codes = {0, 1, 2, 3, 4},
            .arguments = "ID",
            .formats = answer_formats(),
            .configure = configure,
            .pages = true};
}

}  // namespace dateline
