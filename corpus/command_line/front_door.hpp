#pragma once

#include <string>
#include <vector>

#include "corpus/command.hpp"
#include "corpus/command_line/setting.hpp"

namespace dateline {

/// What the front door knows when a command begins, for commands that are about the program itself.
struct FrontDoor {
    std::vector<Command> commands;  ///< of this program
    std::vector<Setting> settings;  ///< all that are set, the strongest first
    std::vector<Setting> applied;   ///< those that hold for this command
    std::vector<Setting> typed;     ///< global options of the command line
};

/// Finds the command, reads its options and settings, runs it: the exit code. Throws Error.
/// `version`: what --version prints.
int run_program(const std::vector<std::string>& words, const std::string& version);

}  // namespace dateline
