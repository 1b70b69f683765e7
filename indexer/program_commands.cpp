#include "corpus/command.hpp"
#include "indexer/check_command.hpp"
#include "indexer/index_command.hpp"

namespace dateline {

std::vector<Command> program_commands() { return {index_command(), check_command()}; }

// No command of this program takes a query.
std::vector<std::string> indexed_values(const std::filesystem::path&, std::string_view,
                                        std::string_view, std::size_t) {
    return {};
}

}  // namespace dateline
