#include "searcher/why_command.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "corpus/error.hpp"
#include "searcher/named_article.hpp"
#include "searcher/reasons.hpp"
#include "searcher/render.hpp"

namespace dateline {

namespace {

int run_why(const GlobalOptions& global, const std::vector<std::string>& arguments,
            WordsNeeded needed) {
    if (arguments.size() < 2)
        throw Error(ErrorKind::usage, "an id and a query are needed",
                    "type an id as search shows it, then the query: dateline why ID nato iraq");
    const std::string text =
        fmt::format("{}", fmt::join(arguments.begin() + 1, arguments.end(), " "));
    const Query query = parse_query(text, global.today);
    const Index index = Index::open(global.index);
    const auto named = find_named_article(index, arguments.front());
    if (!named) {
        print_note(global, fmt::format("no article has the id '{}'", printable(arguments.front())));
        return 1;
    }
    const MatchedIndex matched(index, query, needed);
    Reasons reasons = find_reasons(matched, named->place);
    reasons.id = named->id;
    write_output(global.format == "jsonl" ? render_reasons_jsonl(reasons)
                                          : render_reasons_text(reasons));
    return reasons.matches ? 0 : 1;
}

Action configure(CLI::App& app) {
    const auto all = std::make_shared<bool>(false);
    app.add_flag("--all", *all, "all bare words are needed");
    return [all](const GlobalOptions& global, const std::vector<std::string>& arguments) {
        return run_why(global, arguments, {*all ? WordsNeeded::all : 1});
    };
}

}  // namespace

Command why_command() {
    return {.name = "why",
            .summary = "why an article matches a query, or does not",
            .arguments = "ID QUERY",
            .formats = {"text", "jsonl"},
            .configure = configure};
}

}  // namespace dateline
