#include "corpus/command_line/command_manual.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>

#include "corpus/command_line/command_words.hpp"
#include "corpus/command_line/companion.hpp"
#include "corpus/command_line/environment.hpp"
#include "corpus/command_line/exit_codes.hpp"
#include "corpus/command_line/global_options.hpp"

namespace dateline {

namespace {

constexpr std::string_view see_topics =
    "dateline(1), dateline-query(7), dateline-dates(7), dateline-formats(7), dateline-config(5)";

bool is_global(const CLI::Option& option) { return option.get_group() == global_group; }

std::string with_default(const CLI::Option& option) {
    const std::string value = option.get_default_str();
    const std::string& about = option.get_description();
    return value.empty() ? about : fmt::format("{} (default {})", about, value);
}

std::vector<ManualEntry> option_entries(const CLI::App& app, bool global) {
    std::vector<ManualEntry> entries;
    for (const CLI::Option* option : app.get_options())
        if (is_global(*option) == global)
            entries.push_back({option_term(*option), with_default(*option)});
    return entries;
}

std::vector<ManualEntry> exit_entries(const std::vector<int>& codes) {
    std::vector<ManualEntry> entries;
    for (const int code : codes)
        if (const ExitCodeRow* row = exit_code_row(code))
            entries.push_back({fmt::format("{}", code), std::string(row->meaning)});
    return entries;
}

std::string usage(const Command& command) {
    const std::string arguments(command.arguments);
    return fmt::format("dateline {} [options]{}{}", command.name, arguments.empty() ? "" : " ",
                       arguments);
}

std::string listed(const std::vector<std::string_view>& names) {
    return fmt::format("{}", fmt::join(names, ", "));
}

std::vector<ManualEntry> command_entries(const std::vector<Command>& commands) {
    std::vector<ManualEntry> entries;
    for (const CompanionCommand& command : companion_commands)
        entries.push_back({std::string(command.name), std::string(command.summary)});
    for (const Command& command : commands)
        if (!command.is_hidden && !is_companion_command(command.name))
            entries.push_back({std::string(command.name), std::string(command.summary)});
    return entries;
}

const std::array first_steps{
    ManualEntry{"dateline index ~/news", "every file below that folder"},
    ManualEntry{"dateline search NATO training Iraq", "the articles, with what matches in them"},
};

}  // namespace

// CLI11 adds what a check takes.
std::string option_type(const CLI::Option& option) {
    const std::string type = option.get_type_name();
    return type.substr(0, type.find(':'));
}

std::string option_term(const CLI::Option& option) {
    const auto& long_names = option.get_lnames();
    const auto& short_names = option.get_snames();
    std::string term;
    for (const std::string& name : short_names)
        term += fmt::format("{}-{}", term.empty() ? "" : ", ", name);
    for (const std::string& name : long_names)
        term += fmt::format("{}--{}", term.empty() ? "" : ", ", name);
    const std::string type = option_type(option);
    if (takes_value(option)) return term + " " + type;
    return option.get_expected_max() > 0 && !type.empty() ? fmt::format("{}[={}]", term, type)
                                                          : term;
}

std::vector<std::string> fixed_values(const std::string& type) {
    std::vector<std::string> values;
    if (type.find('|') == std::string::npos) return values;
    for (std::size_t begin = 0; begin <= type.size();) {
        const std::size_t end = std::min(type.find('|', begin), type.size());
        std::string value = type.substr(begin, end - begin);
        value.resize(std::min(value.find_first_of("[]"), value.size()));
        const bool is_word =
            std::ranges::none_of(value, [](char c) { return c >= 'A' && c <= 'Z'; });
        if (is_word && !value.empty()) values.push_back(value);
        begin = end + 1;
    }
    return values;
}

std::string command_help(const Command& command, const CLI::App& app, std::size_t width_columns) {
    std::string help = paragraphs_text("usage: " + usage(command), width_columns, 0) + "\n" +
                       paragraphs_text(std::string(command.summary), width_columns, 0);
    if (!command.details.empty())
        help += "\n" + paragraphs_text(std::string(command.details), width_columns, 0);
    if (const auto own = option_entries(app, false); !own.empty())
        help += "\noptions:\n" + entries_text(own, width_columns);
    help += fmt::format("\n{}:\n", global_group) +
            entries_text(option_entries(app, true), width_columns);
    help += "\nexit codes:\n" + entries_text(exit_entries(command.exit_codes), width_columns);
    return help + "\n" + paragraphs_text("formats: " + listed(command.formats), width_columns, 0);
}

ManualPage command_page(const Command& command, const CLI::App& app) {
    ManualPage page{"dateline-" + std::string(command.name), 1, std::string(command.summary), {}};
    page.sections = {{"Synopsis", usage(command)}};
    if (!command.details.empty())
        page.sections.push_back({"Description", std::string(command.details)});
    if (auto own = option_entries(app, false); !own.empty())
        page.sections.push_back({"Options", "", std::move(own)});
    page.sections.push_back({std::string(global_group), "", option_entries(app, true)});
    page.sections.push_back(
        {"Formats", "--format takes: " + listed(command.formats) + ". The first is the default."});
    page.sections.push_back({"Exit status", "", exit_entries(command.exit_codes)});
    page.sections.push_back({"See also", std::string(see_topics)});
    return page;
}

std::string program_help(const std::vector<Command>& commands, std::size_t width_columns) {
    std::string help = paragraphs_text(
        "dateline: full-text search over news archives\n\n"
        "usage: dateline [options] COMMAND [options] [arguments]",
        width_columns, 0);
    help += "\ncommands:\n" + entries_text(command_entries(commands), width_columns);
    help += "\n" + paragraphs_text(
                       "`dateline COMMAND --help` says more, `dateline help query` how "
                       "to ask. First steps:",
                       width_columns, 0);
    return help + entries_text({first_steps.begin(), first_steps.end()}, width_columns);
}

ManualPage program_page(const std::vector<Command>& commands, const CLI::App& app) {
    ManualPage page{"dateline", 1, "full-text search over news archives", {}};
    std::vector<ManualEntry> variables;
    for (const VariableRow& row : variable_rows)
        variables.push_back({std::string(row.name), std::string(row.about)});
    std::vector<int> codes;
    for (const ExitCodeRow& row : exit_code_rows) codes.push_back(row.code);
    std::vector<ManualEntry> entries = command_entries(commands);
    std::string pages;
    for (const ManualEntry& entry : entries) pages += fmt::format("dateline-{}(1), ", entry.term);
    page.sections = {
        {"Synopsis", "dateline [options] COMMAND [options] [arguments]"},
        {"Description",
         "dateline indexes archives of news and searches them from the terminal. Options of every "
         "command may stand before or after the command. -- ends options: what follows is part of "
         "the query, though it begins with -."},
        {"Commands", "", std::move(entries)},
        {std::string(global_group), "", option_entries(app, true)},
        {"Examples", "", {first_steps.begin(), first_steps.end()}},
        {"Exit status",
         "Where several apply, the highest of 2 to 5 comes before 6, and 6 before 0.",
         exit_entries(codes)},
        {"Environment", "", std::move(variables)},
        {"Files",
         "",
         {{"~/.local/share/dateline", "the index, unless --index or DATELINE_INDEX names another"},
          {"~/.config/dateline/config.toml", "the user's configuration"},
          {".dateline.toml",
           "a project's configuration: the nearest from the working directory "
           "upwards"},
          {".datelineignore", "what index does not read, as in .gitignore"}}},
        {"See also", pages + std::string(see_topics.substr(see_topics.find(' ') + 1))}};
    return page;
}

}  // namespace dateline
