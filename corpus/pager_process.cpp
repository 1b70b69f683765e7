#include "corpus/pager_process.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <vector>

#include "corpus/uninterrupted.hpp"

namespace dateline {

namespace {

constexpr const char* shell = "/bin/sh";
constexpr int not_runnable = 126;  // what a shell answers, and 127 where there is no such program

std::optional<std::string> environment(const char* name) {
    const char* value = std::getenv(name);
    return value ? std::optional<std::string>(value) : std::nullopt;
}

// A user's own options of less that show no colours as such.
std::string with_colours(std::string_view variable) {
    constexpr std::string_view less = "LESS=";
    const bool is_colourless =
        variable.starts_with(less) && variable.find_first_of("rR", less.size()) == variable.npos;
    if (!is_colourless) return std::string(variable);
    return std::string(less) + "-R " + std::string(variable.substr(less.size()));
}

/// The environment of a pager. Where the user says nothing else: colours, as long as the answer is
/// long, and it stays.
std::vector<std::string> pager_environment() {
    std::vector<std::string> variables;
    for (char** variable = ::environ; *variable != nullptr; ++variable)
        variables.emplace_back(with_colours(*variable));
    if (!environment("LESS")) variables.emplace_back("LESS=FRX");
    if (!environment("LV")) variables.emplace_back("LV=-c");
    return variables;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
    std::vector<char*> made;
    made.reserve(texts.size() + 1);
    for (std::string& text : texts) made.push_back(text.data());
    made.push_back(nullptr);
    return made;
}

// 0 where it cannot be started.
pid_t spawn(const std::string& command, const posix_spawn_file_actions_t& files) {
    posix_spawnattr_t attributes;
    ::posix_spawnattr_init(&attributes);
    sigset_t signals;
    ::sigemptyset(&signals);
    ::posix_spawnattr_setsigmask(&attributes, &signals);
    for (const int signal : {SIGINT, SIGQUIT, SIGPIPE}) ::sigaddset(&signals, signal);
    ::posix_spawnattr_setsigdefault(&attributes, &signals);
    ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
    std::vector<std::string> words{"sh", "-c", command};
    std::vector<std::string> variables = pager_environment();
    pid_t process = 0;
    const bool runs = ::posix_spawn(&process, shell, &files, &attributes, pointers(words).data(),
                                    pointers(variables).data()) == 0;
    ::posix_spawnattr_destroy(&attributes);
    return runs ? process : 0;
}

}  // namespace

bool may_be_there(std::string_view command) {
    constexpr std::string_view of_shells = "|&;<>()$`\\\"'\t\n*?[#~=%";
    const std::string program(command.substr(0, command.find(' ')));
    const bool needs_shell = command.find_first_of(of_shells) != std::string_view::npos;
    if (needs_shell || program.empty() || program.find('/') != std::string::npos) return true;
    const std::string path = environment("PATH").value_or("/usr/bin:/bin");
    for (std::size_t begin = 0; begin <= path.size();) {
        const std::size_t end = std::min(path.find(':', begin), path.size());
        const std::string file = path.substr(begin, end - begin) + "/" + program;
        if (::access(file.c_str(), X_OK) == 0) return true;
        begin = end + 1;
    }
    return false;
}

Interrupts::~Interrupts() {
    if (!are_ignored_) return;
    ::sigaction(SIGINT, &interrupt_, nullptr);
    ::sigaction(SIGQUIT, &quit_, nullptr);
}

void Interrupts::ignore() {
    struct sigaction ignoring {};
    ignoring.sa_handler = SIG_IGN;
    ::sigaction(SIGINT, &ignoring, &interrupt_);
    ::sigaction(SIGQUIT, &ignoring, &quit_);
    are_ignored_ = true;
}

bool PagerProcess::start(const std::string& command, int screen, int messages) {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) return false;
    const Descriptor text(ends[0]);
    input_.take(ends[1]);
    interrupts_.ignore();
    posix_spawn_file_actions_t files;
    ::posix_spawn_file_actions_init(&files);
    ::posix_spawn_file_actions_adddup2(&files, text.number(), STDIN_FILENO);
    ::posix_spawn_file_actions_adddup2(&files, screen, STDOUT_FILENO);
    if (messages >= 0) ::posix_spawn_file_actions_adddup2(&files, messages, STDERR_FILENO);
    process_ = spawn(command, files);
    ::posix_spawn_file_actions_destroy(&files);
    return process_ > 0;
}

bool PagerProcess::finish(std::size_t given) {
    // The end that it reads from, to see what is left there. Opened now: while it is open no write
    // is told that nobody reads.
    const std::string own = "/proc/self/fd/" + std::to_string(input_.number());
    const Descriptor rest(::open(own.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
    input_.close();
    int status = 0;
    uninterrupted([&] { return ::waitpid(process_, &status, 0); });
    int unread = 0;
    if (rest.number() >= 0) ::ioctl(rest.number(), FIONREAD, &unread);
    const bool has_read = static_cast<std::size_t>(unread) < given;
    return has_read && (!WIFEXITED(status) || WEXITSTATUS(status) < not_runnable);
}

}  // namespace dateline
