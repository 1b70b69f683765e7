#pragma once

#include <fmt/format.h>

#include <cstdio>
#include <exception>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/error.hpp"

namespace dateline {

/// What main() of a benchmark is: `run` gets the words behind the program's name and returns the
/// exit code; what it throws is said on stderr, exit code 1.
template <class Run>
int benchmark_main(std::string_view name, int argc, char** argv, const Run& run) {
    try {
        return run(std::vector<std::string>(argv + 1, argv + argc));
    } catch (const Error& error) {
        fmt::print(stderr, "{}: {}; {}\n", name, error.what(), error.hint());
    } catch (const std::exception& error) {
        fmt::print(stderr, "{}: {}\n", name, error.what());
    }
    return 1;
}

}  // namespace dateline
