#pragma once

#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace dateline {

using Words = std::vector<std::string>;

/// The words after the command, told apart.
struct CommandLine {
    Words options;    ///< for CLI11, in order
    Words arguments;  ///< everything else, byte for byte: words of a query are never given to CLI11
};

/// Throws Error{usage} for what looks like an option and is none, with what was probably meant.
CommandLine split_words(const CLI::App& app, const Words& words);

bool takes_value(const CLI::Option& option);
/// What values it takes, as its type tells: "it takes article or passage", "write a number".
std::string taken_by(const CLI::Option& option);
/// As configuration files name it: "passages", "n".
std::string long_name(const CLI::Option& option);

/// Where the command stands: the first word that is neither a global option nor the value of one.
std::optional<std::size_t> command_position(const Words& words);

/// The one of `names` nearest to `name`, at most two edits away; empty if none is.
std::string nearest_name(const std::string& name, const Words& names);

}  // namespace dateline
