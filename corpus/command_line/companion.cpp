#include "corpus/command_line/companion.hpp"

#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>

#include "corpus/error.hpp"

namespace dateline {

namespace {

constexpr const char* companion_program = "dateline-index";

std::filesystem::path own_program() { return std::filesystem::read_symlink("/proc/self/exe"); }

// Comes back only when there is no such program.
void try_to_become(const std::vector<std::string>& words) {
    std::vector<char*> arguments{const_cast<char*>(companion_program)};
    for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    const std::filesystem::path folder = own_program().parent_path();
    for (const auto& program : {folder / companion_program,
                                folder.parent_path() / "lib" / "dateline" / companion_program})
        ::execv(program.c_str(), arguments.data());
}

[[noreturn]] void throw_missing() {
    throw Error(ErrorKind::input_output,
                fmt::format("the program {} is missing beside {}", companion_program,
                            own_program().string()),
                "install dateline again");
}

}  // namespace

void become_companion(const std::vector<std::string>& words) {
    try_to_become(words);
    throw_missing();
}

int run_companion(const std::vector<std::string>& words) {
    constexpr int no_such_program = 127;
    std::fflush(stdout);
    const pid_t child = ::fork();
    if (child < 0) throw Error(ErrorKind::input_output, "no further process can be started");
    if (child == 0) {
        try_to_become(words);
        ::_exit(no_such_program);
    }
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
    if (WIFSIGNALED(status)) return 128 + WTERMSIG(status);
    if (WEXITSTATUS(status) == no_such_program) throw_missing();
    return WEXITSTATUS(status);
}

}  // namespace dateline
