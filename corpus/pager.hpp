#pragma once

#include <string>
#include <vector>

#include "corpus/command.hpp"

namespace dateline {

/// Runs a command, and shows what it writes through `global.pager`, as soon as that is text that is
/// longer than the terminal which standard output is. Where the pager is missing the text comes out
/// as it is. Messages come behind the text. Where the user leaves the pager while the command goes
/// on, the process ends at once, with exit code 0. Returns the command's exit code, throws what it
/// throws.
int run_paged(const Command& command, const Action& action, const GlobalOptions& global,
              const std::vector<std::string>& arguments);

/// Whether the text takes more rows of a terminal than there are, one kept for the prompt. Escape
/// sequences take no room, every other character one column.
bool is_longer_than(std::string_view text, std::size_t rows, std::size_t columns);

}  // namespace dateline
