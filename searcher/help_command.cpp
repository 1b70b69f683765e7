#include "searcher/help_command.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>

#include "corpus/command_line/command_words.hpp"
#include "corpus/command_line/companion.hpp"
#include "corpus/command_line/front_door_topics.hpp"
#include "corpus/error.hpp"
#include "searcher/formats_manual.hpp"
#include "searcher/query_manual.hpp"

namespace dateline {

namespace {

struct Topic {
    std::string_view name;
    ManualPage (*page)();
};

constexpr std::array topics{
    Topic{"query", query_page},          Topic{"dates", dates_page},
    Topic{"formats", formats_page},      Topic{"config", config_page},
    Topic{"exit-codes", exit_code_page},
};

constexpr std::string_view topics_hint =
    "topics are query, dates, formats, config and exit-codes, and every command of `dateline help`";

std::string hint_for(const std::string& name) {
    std::vector<std::string> names;
    for (const Topic& topic : topics) names.emplace_back(topic.name);
    for (const CompanionCommand& command : companion_commands) names.emplace_back(command.name);
    const std::string near = nearest_name(name, names);
    return near.empty() ? std::string(topics_hint)
                        : fmt::format("did you mean {}? {}", near, topics_hint);
}

int run_help(const GlobalOptions& global, const std::vector<std::string>& arguments) {
    if (arguments.size() != 1)
        throw Error(ErrorKind::usage, "help takes one topic", std::string(topics_hint));
    const auto topic = std::ranges::find(topics, std::string_view(arguments.front()), &Topic::name);
    if (topic == topics.end())
        throw Error(ErrorKind::usage, fmt::format("there is no help on '{}'", arguments.front()),
                    hint_for(arguments.front()));
    const ManualPage page = topic->page();
    write_output(global.format == "man" ? manual_roff(page)
                                        : manual_text(page, global.width_columns));
    return 0;
}

}  // namespace

Command help_command() {
    return {.name = "help",
            .summary = "a topic: query, dates, formats, config, exit-codes, or a command",
            .arguments = "[TOPIC|query|dates|formats|config|exit-codes]",
            .formats = {"text", "man"},
            .configure = [](CLI::App&) -> Action { return run_help; },
            .pages = true};
}

}  // namespace dateline
