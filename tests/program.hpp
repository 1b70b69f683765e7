#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace dateline::test {

struct ProgramResult {
    int exit_code = 0;  ///< 128 + signal when it was killed
    std::string out;
    std::string err;
    std::uint64_t peak_bytes = 0;  ///< of memory, at its height
};

struct ProgramInput {
    std::string standard_input{};
    std::vector<std::pair<std::string, std::string>>
        environment{};  ///< on top of a small fixed one
    bool as_nobody =
        false;  ///< run as root: drop to uid and gid 65534 (files of the test must allow it)
    std::optional<std::uint64_t>
        most_file_bytes{};            ///< writing more to a file fails, as on a full disk
    std::string working_directory{};  ///< empty: that of the test
    std::optional<std::chrono::microseconds>
        killed_after{};  ///< SIGKILL, that long after it was started
};

/// Runs the real `dateline` with an environment of its own (LC_ALL=C, HOME in a folder that does
/// not exist, no DATELINE_*, no terminal) and waits for it.
ProgramResult run_dateline(const std::vector<std::string>& arguments,
                           const ProgramInput& input = {});

}  // namespace dateline::test
