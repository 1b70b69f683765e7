#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace dateline {

/// What a process has cost from its start to its end, all its threads together.
struct ProcessCost {
    int exit_code = 0;  ///< 128 + signal where it was killed
    double cpu_seconds = 0;
    double wall_seconds = 0;
    std::uint64_t peak_bytes = 0;  ///< resident, pages of mapped files with it
    /// Resident and of its own (RssAnon in proc(5)), as the system cannot take it back; looked at
    /// 50 times a second, and 0 of a process that was shorter.
    std::uint64_t private_peak_bytes = 0;
};

/// Runs `work`, which returns an exit code, in a process of its own and waits for it. An exception
/// is exit code 1, after its text on stderr. The peak is never below what this process has resident
/// when it is called.
ProcessCost cost_of(const std::function<int()>& work);

/// Runs a program, by its path, with arguments.
ProcessCost cost_of_program(const std::vector<std::string>& command);

}  // namespace dateline
