#include "searcher/explain_command.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "corpus/error.hpp"
#include "searcher/explanation.hpp"
#include "searcher/open_indexes.hpp"
#include "searcher/unit_option.hpp"

namespace dateline {

namespace {

int run_explain(const GlobalOptions& global, const std::vector<std::string>& words,
                AnswerUnit unit) {
    if (words.empty())
        throw Error(ErrorKind::usage, "no query is given",
                    "type what you would search for: dateline explain nato w/5 iraq");
    const Query query = parse_query(fmt::format("{}", fmt::join(words, " ")), global.today);
    const Index index = open_indexes(global);
    const MatchedIndex matched(index, query, {}, unit);
    const Explanation explanation = explain(matched, query);
    write_output(global.format == "jsonl"
                     ? render_explanation_jsonl(explanation)
                     : render_explanation_text(explanation, global.width_columns));
    for (const std::string& note : explanation.notes) print_note(global, note);
    return explanation.nodes.front().units > 0 ? 0 : 1;
}

Action configure(CLI::App& app) {
    const auto unit = std::make_shared<AnswerUnit>(AnswerUnit::article);
    add_unit_option(app, *unit);
    return [unit](const GlobalOptions& global, const std::vector<std::string>& words) {
        return run_explain(global, words, *unit);
    };
}

}  // namespace

Command explain_command() {
    return {.name = "explain",
            .summary = "how a query is read, planned and answered",
            .exit_codes = {0, 1, 2, 3, 4},
            .arguments = "QUERY",
            .formats = {"text", "jsonl"},
            .configure = configure,
            .pages = true};
}

}  // namespace dateline
