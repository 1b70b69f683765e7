#include "corpus/command.hpp"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdio>

#include "corpus/error.hpp"
#include "tests/catch.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;

namespace {

// What `write` prints while descriptor `number` is a file.
template <typename Write>
std::string caught(int number, Write write) {
    const test::TemporaryFolder folder;
    const std::filesystem::path file = folder / "caught";
    std::fflush(nullptr);
    const int kept = ::dup(number);
    const int to = ::open(file.c_str(), O_WRONLY | O_CREAT, 0600);
    ::dup2(to, number);
    write();
    std::fflush(nullptr);
    ::dup2(kept, number);
    ::close(to);
    ::close(kept);
    return test::read_bytes(file);
}

}  // namespace

TEST_CASE("messages say who speaks and how bad it is, and steer no terminal") {
    GlobalOptions global;
    CHECK(caught(2, [&] { print_warning(global, "odd"); }) == "dateline: warning: odd\n");
    CHECK(caught(2, [&] { print_note(global, "a\x1b[2Jb\x7f\nc"); }) ==
          "dateline: note: a?[2Jb?\n  c\n");
    global.quiet = true;
    CHECK(caught(2, [&] { print_warning(global, "odd"); }).empty());
}

TEST_CASE("output goes to stdout, and a full disk is an error") {
    CHECK(caught(1, [] { write_output("data\n"); }) == "data\n");
    const int kept = ::dup(1);
    const int full = ::open("/dev/full", O_WRONLY);
    REQUIRE(full >= 0);
    std::fflush(stdout);
    ::dup2(full, 1);
    ErrorKind kind = ErrorKind::usage;
    try {
        write_output(std::string(100000, 'x'));
    } catch (const Error& error) {
        kind = error.kind();
    }
    ::dup2(kept, 1);
    ::close(full);
    ::close(kept);
    std::clearerr(stdout);
    CHECK(kind == ErrorKind::input_output);
}

TEST_CASE("a closed pipe ends the program by its signal, also where that was ignored") {
    std::array<int, 2> ends{};
    REQUIRE(::pipe(ends.data()) == 0);
    ::close(ends[0]);  // Before the fork: a reader left open would take what is written.
    std::fflush(nullptr);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        std::signal(SIGPIPE, SIG_IGN);
        ::dup2(ends[1], STDOUT_FILENO);
        ::close(ends[1]);
        write_output("nobody reads this\n");
        ::_exit(0);
    }
    ::close(ends[1]);
    int status = 0;
    ::waitpid(child, &status, 0);
    CHECK((WIFSIGNALED(status) && WTERMSIG(status) == SIGPIPE));
}
