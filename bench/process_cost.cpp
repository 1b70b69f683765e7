#include "bench/process_cost.hpp"

#include <poll.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <exception>
#include <fstream>
#include <string_view>

#include "corpus/error.hpp"

namespace dateline {

namespace {

double seconds(const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

int exit_code_of(const std::function<int()>& work) {
    try {
        return work();
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
}

std::uint64_t private_bytes(pid_t process) {
    std::ifstream status("/proc/" + std::to_string(process) + "/status");
    constexpr std::string_view key = "RssAnon:";
    for (std::string line; std::getline(status, line);)
        if (line.starts_with(key)) return std::stoull(line.substr(key.size())) * 1024;
    return 0;
}

/// Until it ends.
std::uint64_t watch_private_peak(pid_t process) {
    constexpr int milliseconds = 20;
    // In C++ the pidfd_open of glibc 2.36 has a name that its library does not.
    const auto descriptor = static_cast<int>(syscall(SYS_pidfd_open, process, 0));
    if (descriptor < 0)
        throw Error(ErrorKind::input_output,
                    std::string("cannot watch a process: ") + std::strerror(errno));
    std::uint64_t peak = 0;
    pollfd ended{.fd = descriptor, .events = POLLIN, .revents = 0};
    while (poll(&ended, 1, milliseconds) <= 0) peak = std::max(peak, private_bytes(process));
    close(descriptor);
    return peak;
}

}  // namespace

ProcessCost cost_of(const std::function<int()>& work) {
    std::fflush(nullptr);
    const auto start = std::chrono::steady_clock::now();
    const pid_t child = fork();
    if (child < 0)
        throw Error(ErrorKind::input_output,
                    std::string("cannot start a process: ") + std::strerror(errno));
    if (child == 0) {
        const int code = exit_code_of(work);
        std::fflush(nullptr);
        _exit(code);
    }
    const std::uint64_t private_peak = watch_private_peak(child);
    int status = 0;
    rusage usage{};
    while (wait4(child, &status, 0, &usage) < 0 && errno == EINTR) {
    }
    const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - start;
    return {.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status),
            .cpu_seconds = seconds(usage.ru_utime) + seconds(usage.ru_stime),
            .wall_seconds = wall.count(),
            .peak_bytes = static_cast<std::uint64_t>(usage.ru_maxrss) * 1024,
            .private_peak_bytes = private_peak};
}

ProcessCost cost_of_program(const std::vector<std::string>& command) {
    return cost_of([&] {
        std::vector<char*> arguments;
        for (const std::string& argument : command)
            arguments.push_back(const_cast<char*>(argument.c_str()));
        arguments.push_back(nullptr);
        execv(arguments.front(), arguments.data());
        throw Error(ErrorKind::input_output,
                    "cannot run " + command.front() + ": " + std::strerror(errno));
        return 1;
    });
}

}  // namespace dateline
