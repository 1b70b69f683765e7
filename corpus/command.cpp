#include "corpus/command.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "corpus/error.hpp"

namespace dateline {

namespace {

// File names and ids may hold anything; a terminal must not be steered by them.
std::string without_controls(std::string_view message) {
    std::string out;
    out.reserve(message.size());
    for (const char c : message) {
        const auto byte = static_cast<unsigned char>(c);
        out += (byte < 0x20 && c != '\n') || byte == 0x7F ? '?' : c;
    }
    return out;
}

}  // namespace

void print_message(std::string_view level, std::string_view message) {
    const std::string line = "dateline: " + std::string(level) + ": " + without_controls(message);
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
    if (written != bytes.size() || std::fflush(stdout) != 0)
        throw Error(ErrorKind::input_output,
                    std::string("cannot write to standard output: ") + std::strerror(errno));
}

}  // namespace dateline
