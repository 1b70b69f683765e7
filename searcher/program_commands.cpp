#include "corpus/command.hpp"
#include "searcher/search_command.hpp"
#include "searcher/show_command.hpp"
#include "searcher/status_command.hpp"

namespace dateline {

std::vector<Command> program_commands() {
    return {search_command(), show_command(), status_command()};
}

}  // namespace dateline
