#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>

#include "tests/catch.hpp"

namespace {

constexpr const char* program = DATELINE_BINARY_DIR "/dateline";

// Sends a command that would go on for long a signal when it has begun to write. Returns what wait
// says.
int ended_by(int signal, const std::array<const char*, 4>& arguments) {
    std::array<int, 2> pipe{};
    REQUIRE(::pipe2(pipe.data(), O_CLOEXEC) == 0);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        ::dup2(pipe[1], STDOUT_FILENO);
        ::signal(signal, SIG_DFL);
        ::execl(program, program, arguments[0], arguments[1], arguments[2], arguments[3],
                static_cast<char*>(nullptr));
        ::_exit(127);
    }
    ::close(pipe[1]);
    char first = 0;
    CHECK(::read(pipe[0], &first, 1) == 1);
    ::kill(child, signal);
    int status = 0;
    ::waitpid(child, &status, 0);
    ::close(pipe[0]);
    return status;
}

}  // namespace

TEST_CASE("an interrupted command exits with 130, and not by a signal") {
    const int status = ended_by(SIGINT, {"bench", "--generate", "1000G", "--seed=1"});
    REQUIRE(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 130);
}

TEST_CASE(
    "a file that cannot be read where it is mapped ends a command with 4, and not by a signal") {
    const int status = ended_by(SIGBUS, {"bench", "--generate", "1000G", "--seed=1"});
    REQUIRE(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 4);
}
