#pragma once

#include <string>
#include <vector>

#include "corpus/command.hpp"
#include "corpus/command_line/manual.hpp"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace dateline {

/// "FILE", "auto|stock"; empty for a flag.
std::string option_type(const CLI::Option& option);

/// "-o, --output FILE", "--expand[=auto|always|never]": an option as it is typed.
std::string option_term(const CLI::Option& option);

/// Values that an option's type lists: "auto|stock" are two; none for "FILE".
std::vector<std::string> fixed_values(const std::string& type);

/// What `dateline COMMAND --help` prints. `app` has the command's options and the global ones.
std::string command_help(const Command& command, const CLI::App& app, std::size_t width_columns);
/// dateline-COMMAND(1), from the same.
ManualPage command_page(const Command& command, const CLI::App& app);

/// What `dateline --help` prints. Commands of the other program come first.
std::string program_help(const std::vector<Command>& commands, std::size_t width_columns);
/// dateline(1). `app` has the global options.
ManualPage program_page(const std::vector<Command>& commands, const CLI::App& app);

}  // namespace dateline
