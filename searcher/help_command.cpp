#include "searcher/help_command.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "corpus/error.hpp"
#include "searcher/query_manual.hpp"
#include "searcher/render.hpp"

namespace dateline {

namespace {

constexpr std::string_view topics_hint =
    "`dateline help query` is about queries; `dateline help "
    "COMMAND` about a command of `dateline help`";

int run_help(const GlobalOptions& global, const std::vector<std::string>& arguments) {
    if (arguments.size() != 1)
        throw Error(ErrorKind::usage, "help takes one topic", std::string(topics_hint));
    if (arguments.front() != "query")
        throw Error(ErrorKind::usage,
                    fmt::format("there is no help on '{}'", printable(arguments.front())),
                    std::string(topics_hint));
    write_output(global.format == "man" ? query_manual_roff()
                                        : query_manual_text(global.width_columns));
    return 0;
}

}  // namespace

Command help_command() {
    return {.name = "help",
            .summary = "the query language (help query), a command (help COMMAND)",
            .arguments = "[TOPIC]",
            .formats = {"text", "man"},
            .configure = [](CLI::App&) -> Action { return run_help; },
            .pages = true};
}

}  // namespace dateline
