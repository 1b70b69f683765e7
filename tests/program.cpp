#include "tests/program.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <stdexcept>
#include <thread>

namespace dateline::test {

namespace {

constexpr unsigned nobody = 65534;
constexpr const char* program = DATELINE_BINARY_DIR "/dateline";

std::vector<char*> pointers(std::vector<std::string>& words) {
    std::vector<char*> out;
    for (std::string& word : words) out.push_back(word.data());
    out.push_back(nullptr);
    return out;
}

struct Pipe {
    int read_end = -1;
    int write_end = -1;
};

Pipe open_pipe() {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("pipe2 failed");
    return {ends[0], ends[1]};
}

[[noreturn]] void become_program(std::vector<std::string> words, std::vector<std::string> variables,
                                 const ProgramInput& input, int in, int out, int err) {
    ::dup2(in, STDIN_FILENO);
    ::dup2(out, STDOUT_FILENO);
    ::dup2(err, STDERR_FILENO);
    if (!input.working_directory.empty() && ::chdir(input.working_directory.c_str()) != 0)
        ::_exit(126);
    if (input.most_file_bytes) {
        const rlimit limit{*input.most_file_bytes, *input.most_file_bytes};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        ::signal(SIGXFSZ, SIG_IGN);
    }
    const bool drops = input.as_nobody && ::geteuid() == 0;
    if (drops && (::setgid(nobody) != 0 || ::setuid(nobody) != 0)) ::_exit(125);
    ::execve(program, pointers(words).data(), pointers(variables).data());
    ::_exit(127);
}

// Feeds standard input and drains both outputs at once, so that no pipe can fill up and block.
void exchange(int in, std::string_view input, int out, int err, ProgramResult& result) {
    std::array<pollfd, 3> ends{{{in, POLLOUT, 0}, {out, POLLIN, 0}, {err, POLLIN, 0}}};
    std::array<char, 65536> buffer{};
    while (ends[1].fd >= 0 || ends[2].fd >= 0) {
        if (ends[0].fd >= 0 && input.empty()) {
            ::close(ends[0].fd);
            ends[0].fd = -1;
        }
        ::poll(ends.data(), ends.size(), -1);
        if (ends[0].fd >= 0 && ends[0].revents != 0) {
            const ssize_t written = ::write(ends[0].fd, input.data(), input.size());
            input =
                written < 0 ? std::string_view{} : input.substr(static_cast<std::size_t>(written));
        }
        for (std::size_t i = 1; i < ends.size(); ++i) {
            if (ends[i].fd < 0 || ends[i].revents == 0) continue;
            const ssize_t size = ::read(ends[i].fd, buffer.data(), buffer.size());
            if (size > 0)
                (i == 1 ? result.out : result.err)
                    .append(buffer.data(), static_cast<std::size_t>(size));
            if (size > 0) continue;
            ::close(ends[i].fd);
            ends[i].fd = -1;
        }
    }
    if (ends[0].fd >= 0) ::close(ends[0].fd);
}

}  // namespace

ProgramResult run_dateline(const std::vector<std::string>& arguments, const ProgramInput& input) {
    std::vector<std::string> words{"dateline"};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<std::string> variables{"LC_ALL=C", "HOME=/nonexistent", "PATH=/usr/bin:/bin"};
    for (const char* name : {"ASAN_OPTIONS", "TSAN_OPTIONS"})
        if (const char* options = std::getenv(name))
            variables.push_back(std::string(name) + "=" + options);
    for (const auto& [name, value] : input.environment) {
        std::erase_if(variables, [key = name + "="](const std::string& variable) {
            return variable.compare(0, key.size(), key) == 0;
        });
        variables.push_back(name + "=" + value);
    }

    std::signal(SIGPIPE, SIG_IGN);
    const Pipe in = open_pipe();
    const Pipe out = open_pipe();
    const Pipe err = open_pipe();
    const pid_t child = ::fork();
    if (child < 0) throw std::runtime_error("fork failed");
    if (child == 0) {
        std::signal(SIGPIPE, SIG_DFL);
        become_program(words, variables, input, in.read_end, out.write_end, err.write_end);
    }
    ::close(in.read_end);
    ::close(out.write_end);
    ::close(err.write_end);
    // The number of a child is its own until it is waited for.
    std::jthread killer;
    if (input.killed_after)
        killer = std::jthread([child, pause = *input.killed_after] {
            std::this_thread::sleep_for(pause);
            ::kill(child, SIGKILL);
        });
    ProgramResult result;
    exchange(in.write_end, input.standard_input, out.read_end, err.read_end, result);
    if (killer.joinable()) killer.join();
    int status = 0;
    rusage used{};
    ::wait4(child, &status, 0, &used);
    result.peak_bytes = static_cast<std::uint64_t>(used.ru_maxrss) << 10;
    result.exit_code = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
    return result;
}

}  // namespace dateline::test
