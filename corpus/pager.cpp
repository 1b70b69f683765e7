#include "corpus/pager.hpp"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string_view>

namespace dateline {

namespace {

constexpr const char* shell = "/bin/sh";
constexpr int not_runnable = 126;  // what a shell answers, and 127 where there is no such program

std::optional<std::string> environment(const char* name) {
    const char* value = std::getenv(name);
    return value ? std::optional<std::string>(value) : std::nullopt;
}

/// What is written to a descriptor while this lives; the descriptor is what it was when it is gone.
class HeldDescriptor {
  public:
    explicit HeldDescriptor(int number) : number_(number) {
        std::fflush(nullptr);
        held_ = ::memfd_create("dateline", MFD_CLOEXEC);
        kept_ = ::fcntl(number, F_DUPFD_CLOEXEC, 0);
        if (held_ >= 0 && kept_ >= 0) ::dup2(held_, number);
    }
    HeldDescriptor(const HeldDescriptor&) = delete;
    HeldDescriptor& operator=(const HeldDescriptor&) = delete;
    ~HeldDescriptor() {
        if (held_ >= 0) ::close(held_);
        if (kept_ >= 0) ::close(kept_);
    }

    /// From now on nothing is held.
    void let_go() {
        std::fflush(nullptr);
        if (held_ >= 0 && kept_ >= 0) ::dup2(kept_, number_);
    }
    /// What is held, at its beginning.
    int held() const {
        ::lseek(held_, 0, SEEK_SET);
        return held_;
    }
    void copy_out() const {
        std::array<char, 65536> buffer{};
        const int from = held();
        for (ssize_t size = 0; (size = ::read(from, buffer.data(), buffer.size())) > 0;)
            if (!write_all({buffer.data(), static_cast<std::size_t>(size)})) return;
    }

  private:
    bool write_all(std::string_view bytes) const {
        while (!bytes.empty()) {
            const ssize_t written = ::write(number_, bytes.data(), bytes.size());
            if (written < 0 && errno == EINTR) continue;
            if (written <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(written));
        }
        return true;
    }

    int number_;
    int held_ = -1;
    int kept_ = -1;
};

/// While it lives, keys that interrupt are the pager's.
class InterruptsIgnored {
  public:
    InterruptsIgnored() {
        struct sigaction ignoring {};
        ignoring.sa_handler = SIG_IGN;
        ::sigaction(SIGINT, &ignoring, &interrupt_);
        ::sigaction(SIGQUIT, &ignoring, &quit_);
    }
    InterruptsIgnored(const InterruptsIgnored&) = delete;
    InterruptsIgnored& operator=(const InterruptsIgnored&) = delete;
    ~InterruptsIgnored() {
        ::sigaction(SIGINT, &interrupt_, nullptr);
        ::sigaction(SIGQUIT, &quit_, nullptr);
    }

  private:
    struct sigaction interrupt_ {};
    struct sigaction quit_ {};
};

[[noreturn]] void become_pager(const std::string& command, int text) {
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGQUIT, SIG_DFL);
    ::dup2(text, STDIN_FILENO);
    // Where the user says nothing else: colours, as long as the answer is long, and it stays.
    ::setenv("LESS", "FRX", 0);
    ::setenv("LV", "-c", 0);
    ::execl(shell, "sh", "-c", command.c_str(), nullptr);
    ::_exit(not_runnable);
}

// False where there is none.
bool show_in_pager(const std::string& command, int text) {
    const InterruptsIgnored ignored;
    const pid_t pager = ::fork();
    if (pager < 0) return false;
    if (pager == 0) become_pager(command, text);
    int status = 0;
    while (::waitpid(pager, &status, 0) < 0 && errno == EINTR) continue;
    return !WIFEXITED(status) || WEXITSTATUS(status) < not_runnable;
}

// Of a command line that needs no shell, whether its program is there; of others nothing is known.
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

struct TerminalSize {
    std::size_t rows = 0;
    std::size_t columns = 0;
};

// nullopt: standard output is none that a pager can work on.
std::optional<TerminalSize> terminal_size() {
    const std::string name = environment("TERM").value_or("");
    winsize size{};
    if (name.empty() || name == "dumb" || ::isatty(STDOUT_FILENO) == 0 ||
        ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0)
        return std::nullopt;
    return TerminalSize{size.ws_row, size.ws_col};
}

/// What a command writes to a terminal, shown when it is done.
class PagedOutput {
  public:
    PagedOutput(const GlobalOptions& global, TerminalSize terminal)
        : global_(global), terminal_(terminal) {
        // What is not shown on the screen that the pager has cannot disturb it.
        if (::isatty(STDERR_FILENO) != 0) messages_.emplace(STDERR_FILENO);
    }

    void show() {
        text_.let_go();
        if (messages_) messages_->let_go();
        if (!is_long() || !may_be_there(global_.pager) ||
            !show_in_pager(global_.pager, text_.held()))
            text_.copy_out();
        if (messages_) messages_->copy_out();
    }

  private:
    bool is_long() const {
        // Enough for every row to be full, of four bytes a character and of colours.
        std::string begin(terminal_.rows * terminal_.columns * 16, '\0');
        const ssize_t size = ::pread(text_.held(), begin.data(), begin.size(), 0);
        begin.resize(static_cast<std::size_t>(std::max<ssize_t>(size, 0)));
        return is_longer_than(begin, terminal_.rows, terminal_.columns);
    }

    const GlobalOptions& global_;
    TerminalSize terminal_;
    HeldDescriptor text_{STDOUT_FILENO};
    std::optional<HeldDescriptor> messages_;
};

bool begins_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }

// Where the escape sequence at the beginning of the text ends: CSI or OSC, as answers have them.
std::size_t end_of_escape(std::string_view text) {
    if (text.starts_with("\x1b]")) return std::min(text.find("\x1b\\", 2), text.size() - 2) + 2;
    const auto* const final_byte =
        std::find_if(text.begin() + std::min<std::ptrdiff_t>(2, std::ssize(text)), text.end(),
                     [](char c) { return c >= '@' && c <= '~'; });
    return std::min(static_cast<std::size_t>(final_byte - text.begin()) + 1, text.size());
}

}  // namespace

bool is_longer_than(std::string_view text, std::size_t rows, std::size_t columns) {
    std::size_t used_rows = 1;
    std::size_t used_columns = 0;
    while (!text.empty() && used_rows <= rows) {
        if (text.front() == '\x1b') {
            text.remove_prefix(end_of_escape(text));
            continue;
        }
        if (text.front() == '\n') {
            ++used_rows;
            used_columns = 0;
        } else if (begins_character(text.front()) && ++used_columns > columns) {
            ++used_rows;
            used_columns = 1;
        }
        text.remove_prefix(1);
    }
    return used_rows > rows;
}

int run_paged(const Command& command, const Action& action, const GlobalOptions& global,
              const std::vector<std::string>& arguments) {
    const bool wants_pager = command.pages && global.format == "text" && global.allows_pager &&
                             !global.pager.empty() && global.pager != "cat";
    const std::optional<TerminalSize> terminal =
        wants_pager ? terminal_size() : std::optional<TerminalSize>();
    if (!terminal) return action(global, arguments);
    PagedOutput output(global, *terminal);
    try {
        const int code = action(global, arguments);
        output.show();
        return code;
    } catch (...) {
        output.show();
        throw;
    }
}

}  // namespace dateline
