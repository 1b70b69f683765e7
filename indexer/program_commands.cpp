#include "corpus/command.hpp"
#include "indexer/index_command.hpp"

namespace dateline {

std::vector<Command> program_commands() { return {index_command()}; }

}  // namespace dateline
