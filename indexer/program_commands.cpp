#include <chrono>

#include "corpus/command.hpp"
#include "corpus/command_line/command_watch.hpp"
#include "indexer/check_command.hpp"
#include "indexer/index_command.hpp"

namespace dateline {

// check verifies whatever it reads first.
std::vector<Command> program_commands() {
    return {watched(index_command(), std::chrono::minutes(1)), check_command()};
}

// No command of this program takes a query.
std::vector<std::string> indexed_values(const std::filesystem::path&, std::string_view,
                                        std::string_view, std::size_t) {
    return {};
}

}  // namespace dateline
