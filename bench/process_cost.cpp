#include "bench/process_cost.hpp"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <exception>

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
    int status = 0;
    rusage usage{};
    while (wait4(child, &status, 0, &usage) < 0 && errno == EINTR) {
    }
    const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - start;
    return {.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status),
            .cpu_seconds = seconds(usage.ru_utime) + seconds(usage.ru_stime),
            .wall_seconds = wall.count(),
            .peak_bytes = static_cast<std::uint64_t>(usage.ru_maxrss) * 1024};
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
