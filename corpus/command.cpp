#include "corpus/command.hpp"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>

#include "corpus/error.hpp"

namespace dateline {

void require_one_index(const GlobalOptions& global) {
    if (global.further_indexes.empty()) return;
    throw Error(ErrorKind::usage, "--index is given more than once",
                "only commands that search read several indexes: name one here");
}

namespace {

bool is_control(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7F;
}

// File names and ids may hold anything; a terminal must not be steered by them.
std::string without_controls_but(char kept, std::string_view text) {
    std::string out(text);
    std::replace_if(
        out.begin(), out.end(), [&](char c) { return c != kept && is_control(c); }, '?');
    return out;
}

// Where the program that started this one ignored the signal.
void end_by_closed_pipe() {
    std::signal(SIGPIPE, SIG_DFL);
    std::raise(SIGPIPE);
}

}  // namespace

std::string without_controls(std::string_view text) { return without_controls_but('?', text); }

void print_message(std::string_view level, std::string_view message) {
    const std::string line =
        "dateline: " + std::string(level) + ": " + without_controls_but('\n', message);
    std::fprintf(stderr, "%s\n", line.c_str());
}

void print_warning(const GlobalOptions& global, std::string_view message) {
    if (!global.quiet) print_message("warning", message);
}

void print_note(const GlobalOptions& global, std::string_view message) {
    if (!global.quiet) print_message("note", message);
}

void write_output(std::string_view bytes) {
    const std::size_t written = std::fwrite(bytes.data(), 1, bytes.size(), stdout);
    if (written == bytes.size() && std::fflush(stdout) == 0) return;
    if (errno == EPIPE) end_by_closed_pipe();
    throw Error(ErrorKind::input_output,
                std::string("cannot write to standard output: ") + std::strerror(errno));
}

}  // namespace dateline
