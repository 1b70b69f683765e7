#include "indexer/progress.hpp"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <optional>

namespace dateline {

namespace {

using Clock = std::chrono::steady_clock;

double share_done(const ProgressState& state) {
    return std::min(1.0, static_cast<double>(state.bytes) / static_cast<double>(state.bytes_total));
}

std::optional<double> seconds_left(const ProgressState& state, double seconds) {
    if (state.bytes_total == 0 || state.bytes == 0) return std::nullopt;
    const double share = share_done(state);
    return seconds * (1 - share) / share;
}

double bytes_per_second(const ProgressState& state, double seconds) {
    return seconds > 0 ? static_cast<double>(state.bytes) / seconds : 0;
}

std::string clock_time(double seconds) {
    const long whole = std::lround(seconds);
    if (whole >= 3600)
        return fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
    return fmt::format("{}:{:02}", whole / 60, whole % 60);
}

std::string bar(double share, std::size_t width) {
    const auto done = static_cast<std::size_t>(share * static_cast<double>(width));
    return '[' + std::string(done, '#') + std::string(width - done, '-') + ']';
}

// The terminal's width; 0 where stderr is none.
std::size_t terminal_columns() {
    if (!::isatty(STDERR_FILENO)) return 0;
    winsize size{};
    if (::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
    const char* columns = std::getenv("COLUMNS");
    const int stated = columns ? std::atoi(columns) : 0;
    return stated > 0 ? static_cast<std::size_t>(stated) : 80;
}

}  // namespace

std::string progress_line(const ProgressState& state, double seconds, std::size_t columns) {
    constexpr std::size_t least_bar = 5;
    constexpr std::size_t most_bar = 40;
    std::string line = fmt::format("{:<5}", state.phase);
    std::string figures;
    if (state.bytes_total > 0) figures += fmt::format(" {:3.0f}%", 100 * share_done(state));
    figures += fmt::format(" {:.1f} MB/s", bytes_per_second(state, seconds) / 1e6);
    if (const auto left = seconds_left(state, seconds))
        figures += fmt::format(" ETA {}", clock_time(*left));
    const std::string articles = fmt::format(" {} articles", state.articles);
    if (line.size() + figures.size() + articles.size() + least_bar + 3 <= columns)
        figures += articles;
    const std::size_t taken = line.size() + figures.size() + 3;
    if (state.bytes_total > 0 && taken + least_bar <= columns)
        line += ' ' + bar(share_done(state), std::min(columns - taken, most_bar));
    return (line + figures).substr(0, columns);
}

std::string progress_json(const ProgressState& state, double seconds) {
    const auto left = seconds_left(state, seconds);
    return fmt::format(
        R"({{"phase":"{}","files":{},"articles":{},"bytes":{},"bytes_total":{},"bytes_per_s":{:.0f},)"
        R"("eta_s":{},"rejected":{}}})",
        state.phase, state.files, state.articles, state.bytes, state.bytes_total,
        bytes_per_second(state, seconds), left ? fmt::format("{:.1f}", *left) : "null",
        state.rejected);
}

struct Progress::Impl {
    enum class Form { none, bar, json };

    Form form = Form::none;
    ProgressState state{};
    std::map<std::string_view, Clock::duration> spent{};  // on phases that may be taken up again
    Clock::time_point phase_began{};
    Clock::time_point shown_at{};
    bool is_shown = true;  // the latest state is on the screen
    bool has_line = false;

    double seconds() {
        return std::chrono::duration<double>(spent[state.phase] + Clock::now() - phase_began)
            .count();
    }

    void begin_phase() {
        const Clock::time_point now = Clock::now();
        if (!state.phase.empty()) spent[state.phase] += now - phase_began;
        phase_began = now;
    }

    void show() {
        is_shown = true;
        shown_at = Clock::now();
        if (form == Form::json) {
            std::fprintf(stderr, "%s\n", progress_json(state, seconds()).c_str());
        } else if (const std::size_t columns = terminal_columns(); columns > 1) {
            // The last column stays free: some terminals wrap after it.
            std::fprintf(stderr, "\r\x1B[K%s",
                         progress_line(state, seconds(), columns - 1).c_str());
            has_line = true;
        }
        std::fflush(stderr);
    }
};

Progress::Progress(const GlobalOptions& global) : impl_(std::make_unique<Impl>()) {
    if (global.quiet || global.progress == ProgressChoice::none) return;
    if (global.progress == ProgressChoice::json)
        impl_->form = Impl::Form::json;
    else if (::isatty(STDERR_FILENO))
        impl_->form = Impl::Form::bar;
}

Progress::~Progress() { clear(); }

void Progress::update(const ProgressState& state) {
    if (impl_->form == Impl::Form::none) return;
    const bool is_new_phase = state.phase != impl_->state.phase;
    if (is_new_phase) {
        if (!impl_->is_shown && impl_->form == Impl::Form::json) impl_->show();
        impl_->begin_phase();
    }
    impl_->state = state;
    impl_->is_shown = false;
    const auto pause = std::chrono::milliseconds(impl_->form == Impl::Form::json ? 1000 : 100);
    if (is_new_phase || Clock::now() - impl_->shown_at >= pause) impl_->show();
}

void Progress::clear() {
    if (impl_->form == Impl::Form::json && !impl_->is_shown) impl_->show();
    if (!impl_->has_line) return;
    std::fputs("\r\x1B[K", stderr);
    std::fflush(stderr);
    impl_->has_line = false;
}

}  // namespace dateline
