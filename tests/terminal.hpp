#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "tests/program.hpp"

namespace dateline::test {

struct TerminalInput {
    std::uint16_t rows = 24;
    std::uint16_t columns = 80;
    std::string name = "xterm";  ///< of the terminal, for TERM
    std::vector<std::pair<std::string, std::string>> environment{};
    std::string wait_for{};  ///< when this has come out,
    std::string keys{};      ///< these are typed
};

/// Runs the real `dateline` on a terminal of its own, as run_dateline does otherwise: `out` is what
/// came out on it, messages too, with newlines as they were written.
ProgramResult run_on_terminal(const std::vector<std::string>& arguments,
                              const TerminalInput& input = {});

}  // namespace dateline::test
