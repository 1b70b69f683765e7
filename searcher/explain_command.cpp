#include "searcher/explain_command.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "corpus/error.hpp"
#include "searcher/explanation.hpp"

namespace dateline {

namespace {

int run_explain(const GlobalOptions& global, const std::vector<std::string>& words) {
    if (words.empty())
        throw Error(ErrorKind::usage, "no query is given",
                    "type what you would search for: dateline explain nato w/5 iraq");
    const Query query = parse_query(fmt::format("{}", fmt::join(words, " ")), global.today);
    const Index index = Index::open(global.index);
    const MatchedIndex matched(index, query, {});
    const Explanation explanation = explain(matched, query);
    write_output(global.format == "jsonl" ? render_explanation_jsonl(explanation)
                                          : render_explanation_text(explanation));
    for (const std::string& note : explanation.notes) print_note(global, note);
    return explanation.nodes.front().articles > 0 ? 0 : 1;
}

}  // namespace

Command explain_command() {
    return {.name = "explain",
            .summary = "how a query is read, planned and answered",
            .arguments = "QUERY",
            .formats = {"text", "jsonl"},
            .configure = [](CLI::App&) -> Action { return run_explain; }};
}

}  // namespace dateline
