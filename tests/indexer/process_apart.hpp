#pragma once

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <string>
#include <thread>

#include "corpus/error.hpp"

namespace dateline::test {

/// How often a process is ended, in all, by a test that ends some at random moments.
/// $DATELINE_CRASH_ROUNDS, else `otherwise`; the target `nightly` asks for hundreds.
inline int crash_rounds(int otherwise) {
    const char* rounds = std::getenv("DATELINE_CRASH_ROUNDS");
    return rounds ? std::max(1, std::stoi(rounds)) : otherwise;
}

/// Does `work` in a process of its own, which gets the signal (0: none) after `pause`. Returns its
/// exit code, 128 + signal when that ended it: 0 done, 130 interrupted, 4 any other Error.
template <typename Work>
int run_apart(const Work& work, int signal = 0, std::chrono::microseconds pause = {}) {
    // Between fork and signal the child still has the test program's own handlers.
    sigset_t interrupt;
    ::sigemptyset(&interrupt);
    ::sigaddset(&interrupt, SIGINT);
    ::sigprocmask(SIG_BLOCK, &interrupt, nullptr);
    const pid_t child = ::fork();
    if (child == 0) {
        ::signal(SIGINT, SIG_DFL);
        ::sigprocmask(SIG_UNBLOCK, &interrupt, nullptr);
        try {
            work();
            ::_exit(0);
        } catch (const Error& error) {
            ::_exit(error.kind() == ErrorKind::interrupted ? 130 : 4);
        }
    }
    ::sigprocmask(SIG_UNBLOCK, &interrupt, nullptr);
    if (signal != 0) {
        std::this_thread::sleep_for(pause);
        ::kill(child, signal);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

}  // namespace dateline::test
