#include "tests/terminal.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <stdexcept>

namespace dateline::test {

namespace {

constexpr const char* program = DATELINE_BINARY_DIR "/dateline";

std::vector<char*> pointers(std::vector<std::string>& words) {
    std::vector<char*> out;
    for (std::string& word : words) out.push_back(word.data());
    out.push_back(nullptr);
    return out;
}

[[noreturn]] void become_program(std::vector<std::string> words, std::vector<std::string> variables,
                                 const std::string& terminal, const winsize& size) {
    ::setsid();
    const int end = ::open(terminal.c_str(), O_RDWR);
    ::ioctl(end, TIOCSCTTY, 0);
    ::ioctl(end, TIOCSWINSZ, &size);
    for (const int number : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) ::dup2(end, number);
    std::signal(SIGPIPE, SIG_DFL);
    ::execve(program, pointers(words).data(), pointers(variables).data());
    ::_exit(127);
}

void type(int end, std::string_view keys) {
    if (::write(end, keys.data(), keys.size()) < 0) throw std::runtime_error("nobody listens");
}

// What comes out until the program is gone; its status.
std::pair<std::string, int> watch(int end, pid_t child, const TerminalInput& input) {
    constexpr int moment_ms = 10;
    std::string out;
    std::array<char, 65536> buffer{};
    bool has_typed = input.keys.empty();
    bool is_gone = false;
    int status = 0;
    while (true) {
        pollfd readable{end, POLLIN, 0};
        if (::poll(&readable, 1, moment_ms) <= 0) {
            if (is_gone) return {out, status};
            is_gone = ::waitpid(child, &status, WNOHANG) == child;
            continue;
        }
        const ssize_t size = ::read(end, buffer.data(), buffer.size());
        for (ssize_t i = 0; i < size; ++i)
            if (const char c = buffer.at(static_cast<std::size_t>(i)); c != '\r') out += c;
        if (has_typed || out.find(input.wait_for) == std::string::npos) continue;
        type(end, input.keys);
        has_typed = true;
    }
}

}  // namespace

ProgramResult run_on_terminal(const std::vector<std::string>& arguments,
                              const TerminalInput& input) {
    std::vector<std::string> words{"dateline"};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<std::string> variables{"LC_ALL=C", "HOME=/nonexistent", "PATH=/usr/bin:/bin",
                                       "TERM=" + input.name};
    if (const char* sanitizer = std::getenv("ASAN_OPTIONS"))
        variables.push_back(std::string("ASAN_OPTIONS=") + sanitizer);
    for (const auto& [name, value] : input.environment) variables.push_back(name + "=" + value);

    const int end = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (end < 0 || ::grantpt(end) != 0 || ::unlockpt(end) != 0)
        throw std::runtime_error("no terminal can be had");
    const std::string terminal = ::ptsname(end);
    const winsize size{input.rows, input.columns, 0, 0};
    const pid_t child = ::fork();
    if (child < 0) throw std::runtime_error("fork failed");
    if (child == 0) become_program(words, variables, terminal, size);
    // While nobody has the other end open, reading fails.
    const int held = ::open(terminal.c_str(), O_RDWR | O_NOCTTY | O_CLOEXEC);
    ProgramResult result;
    const auto [out, status] = watch(end, child, input);
    ::close(held);
    ::close(end);
    result.out = out;
    result.exit_code = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
    return result;
}

}  // namespace dateline::test
