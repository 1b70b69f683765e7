#include "bench/machine.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <fstream>
#include <thread>

#include "corpus/error.hpp"

namespace dateline {

namespace {

std::string processor_name() {
    std::ifstream lines("/proc/cpuinfo");
    for (std::string line; std::getline(lines, line);)
        if (line.starts_with("model name")) return line.substr(line.find(':') + 2);
    return "unknown processor";
}

double memory_gigabytes() {
    const auto pages = static_cast<double>(sysconf(_SC_PHYS_PAGES));
    return pages * static_cast<double>(sysconf(_SC_PAGE_SIZE)) / 1e9;
}

}  // namespace

std::string machine_line(std::string_view build_type) {
    return fmt::format("{}, {} cores, {:.1f} GB; g++ {}, {} build", processor_name(),
                       std::thread::hardware_concurrency(), memory_gigabytes(), __VERSION__,
                       build_type);
}

void refuse_debug_build() {
#ifndef NDEBUG
    throw Error(ErrorKind::usage, "a debug build measures nothing",
                "configure with the release preset");
#endif
}

}  // namespace dateline
