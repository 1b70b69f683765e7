#include "corpus/pager.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string_view>
#include <system_error>
#include <thread>

#include "corpus/descriptor.hpp"
#include "corpus/pager_process.hpp"
#include "corpus/uninterrupted.hpp"

namespace dateline {

namespace {

/// What is written to standard error while this lives, written there when it is gone.
class HeldMessages {
  public:
    HeldMessages()
        : held_(::memfd_create("dateline", MFD_CLOEXEC)),
          kept_(::fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 0)) {
        if (is_holding()) ::dup2(held_.number(), STDERR_FILENO);
    }
    HeldMessages(const HeldMessages&) = delete;
    HeldMessages& operator=(const HeldMessages&) = delete;
    ~HeldMessages() { let_go(); }

    /// Where standard error leads otherwise.
    int kept() const { return kept_.number(); }
    void let_go() {
        if (!is_holding()) return;
        ::dup2(kept_.number(), STDERR_FILENO);
        std::array<char, 65536> buffer{};
        off_t at = 0;
        for (ssize_t size = 0;
             (size = ::pread(held_.number(), buffer.data(), buffer.size(), at)) > 0; at += size)
            write_all(STDERR_FILENO, {buffer.data(), static_cast<std::size_t>(size)});
        held_.close();
    }

  private:
    bool is_holding() const { return held_.number() >= 0 && kept_.number() >= 0; }

    Descriptor held_;
    Descriptor kept_;
};

struct TerminalSize {
    std::size_t rows = 0;
    std::size_t columns = 0;
};

// nullopt: standard output is none that a pager can work on.
std::optional<TerminalSize> terminal_size() {
    const char* const name = std::getenv("TERM");
    winsize size{};
    if (!name || name == std::string_view() || name == std::string_view("dumb") ||
        ::isatty(STDOUT_FILENO) == 0 || ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 ||
        size.ws_row == 0 || size.ws_col == 0)
        return std::nullopt;
    return TerminalSize{size.ws_row, size.ws_col};
}

/// What a command writes to a terminal: held until it is longer than that, and from then on given
/// to the pager as it comes.
class PagedOutput {
  public:
    /// Is no output of a command where the system has no pipes or threads left.
    PagedOutput(const GlobalOptions& global, TerminalSize terminal)
        : global_(global), terminal_(terminal) {
        std::array<int, 2> ends{};
        std::fflush(nullptr);
        screen_.take(::fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 0));
        if (screen_.number() < 0 || ::pipe2(ends.data(), O_CLOEXEC) != 0) return;
        text_.take(ends[0]);
        const Descriptor output(ends[1]);
        // What is not shown on the screen that the pager has cannot disturb it.
        if (::isatty(STDERR_FILENO) != 0) messages_.emplace();
        try {
            carrier_ = std::thread([this] { carry(); });
            ::dup2(output.number(), STDOUT_FILENO);
        } catch (const std::system_error&) {
            messages_.reset();
        }
    }
    PagedOutput(const PagedOutput&) = delete;
    PagedOutput& operator=(const PagedOutput&) = delete;

    /// The command is done: when this returns the user has seen it.
    ~PagedOutput() {
        std::fflush(nullptr);
        is_done_ = true;
        if (!carrier_.joinable()) return;
        ::dup2(screen_.number(), STDOUT_FILENO);  // closes the last end that is written to
        carrier_.join();
    }

  private:
    enum class State { holds, pages, copies, drops };
    // More than a pipe holds: what was written to one beyond that has been read.
    static constexpr std::size_t most_unread = 1 << 20;

    // In a thread of its own.
    void carry() {
        sigset_t signals;
        ::sigemptyset(&signals);
        for (const int signal : {SIGPIPE, SIGINT, SIGTERM}) ::sigaddset(&signals, signal);
        ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
        std::array<char, 65536> buffer{};
        while (const std::size_t size = read_or_leave(buffer)) take({buffer.data(), size});
        if (state_ == State::holds) write_all(screen_.number(), held_);
        if (state_ == State::pages && !pager_->finish(given_) && !is_read_)
            write_all(screen_.number(), held_);
    }

    std::size_t read_or_leave(std::array<char, 65536>& buffer) {
        std::array<pollfd, 2> ready{};
        ready[0] = {text_.number(), POLLIN, 0};
        do {
            // An end that nobody reads from any more is an error of the other one.
            ready[1] = {state_ == State::pages ? pager_->input() : -1, 0, 0};
            if (uninterrupted([&] { return ::poll(ready.data(), ready.size(), -1); }) < 0) return 0;
            if ((ready[1].revents & POLLERR) != 0) pager_left();
        } while (ready[0].revents == 0);
        const ssize_t size =
            uninterrupted([&] { return ::read(text_.number(), buffer.data(), buffer.size()); });
        return static_cast<std::size_t>(std::max<ssize_t>(size, 0));
    }

    void take(std::string_view bytes) {
        if (state_ == State::drops) return;
        if (state_ == State::copies) {
            write_all(screen_.number(), bytes);
            return;
        }
        held_ += bytes;
        if (state_ == State::pages) return give(bytes);
        if (!is_longer_than(held_, terminal_.rows, terminal_.columns)) return;
        pager_.emplace();
        const int messages = messages_ ? messages_->kept() : -1;
        if (!may_be_there(global_.pager) ||
            !pager_->start(global_.pager, screen_.number(), messages))
            return copy_from_now_on();
        state_ = State::pages;
        give(held_);
    }

    void give(std::string_view bytes) {
        const std::size_t written = write_all(pager_->input(), bytes);
        given_ += written;
        if (written < bytes.size()) return pager_left();
        if (held_.size() <= most_unread) return;
        held_.clear();
        is_read_ = true;
    }

    void copy_from_now_on() {
        state_ = State::copies;
        pager_.reset();
        write_all(screen_.number(), held_);
        held_.clear();
    }

    // It never ran, or the user has seen enough: what is still to come is for nobody then.
    void pager_left() {
        const bool was_there = pager_->finish(given_) || is_read_;
        if (!was_there) return copy_from_now_on();
        if (!is_done_) {
            if (messages_) messages_->let_go();
            ::_exit(0);
        }
        state_ = State::drops;
        pager_.reset();
    }

    const GlobalOptions& global_;
    TerminalSize terminal_;
    std::optional<HeldMessages> messages_;
    Descriptor screen_;  // standard output as it was
    Descriptor text_;    // where what is written to it now comes out
    State state_ = State::holds;
    std::string held_;       // also what a pager may not have read yet
    bool is_read_ = false;   // there was more than that
    std::size_t given_ = 0;  // bytes, to the pager
    std::optional<PagerProcess> pager_;
    std::atomic<bool> is_done_ = false;
    std::thread carrier_;
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
                             global.pager.find_first_not_of(" \t") != std::string::npos &&
                             global.pager != "cat";
    const std::optional<TerminalSize> terminal =
        wants_pager ? terminal_size() : std::optional<TerminalSize>();
    if (!terminal) return action(global, arguments);
    const PagedOutput output(global, *terminal);
    return action(global, arguments);
}

}  // namespace dateline
