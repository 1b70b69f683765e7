#include "corpus/command.hpp"
#include "indexer/check_command.hpp"
#include "indexer/index_command.hpp"

namespace dateline {

std::vector<Command> program_commands() { return {index_command(), check_command()}; }

}  // namespace dateline
