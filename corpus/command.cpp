#include "corpus/command.hpp"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>

#include "corpus/error.hpp"
#include "corpus/terminal_text.hpp"

namespace dateline {

void require_one_index(const GlobalOptions& global) {
    if (global.further_indexes.empty()) return;
    throw Error(ErrorKind::usage, "--index is given more than once",
                "only commands that search read several indexes: name one here");
}

namespace {

// A name with a line end in it must not look like a message of its own.
std::string indented(const std::string& lines) {
    std::string out;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        out += lines[i];
        if (lines[i] == '\n' && i + 1 < lines.size() && lines[i + 1] != ' ' && lines[i + 1] != '\n')
            out += "  ";
    }
    return out;
}

// Where the program that started this one ignored the signal.
void end_by_closed_pipe() {
    std::signal(SIGPIPE, SIG_DFL);
    std::raise(SIGPIPE);
}

}  // namespace

void print_message(std::string_view level, std::string_view message) {
    const std::string line =
        "dateline: " + std::string(level) + ": " + indented(without_controls(message, "\n"));
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
