#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// A command of the other program, which loads what only the reading of sources needs (see
/// ARCHITECTURE.md).
struct CompanionCommand {
    std::string_view name;
    std::string_view summary;  ///< as that program's own table has it
};

inline constexpr std::array companion_commands{
    CompanionCommand{"index", "add articles to an index, or bring it up to date"},
    CompanionCommand{"check", "whether the index is whole, and what became of every source file"},
};

inline bool is_companion_command(std::string_view name) {
    return std::ranges::find(companion_commands, name, &CompanionCommand::name) !=
           companion_commands.end();
}

/// Goes on as `dateline-index WORDS...`. Throws Error{input_output} where that is not installed.
[[noreturn]] void become_companion(const std::vector<std::string>& words);

/// Runs it with the same standard input and output, and waits: its exit code. Throws likewise.
int run_companion(const std::vector<std::string>& words);

}  // namespace dateline
