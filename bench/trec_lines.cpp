#include "bench/trec_lines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <memory>
#include <system_error>

#include "corpus/error.hpp"

namespace dateline {

namespace {

constexpr std::string_view white_space = " \t\r\v\f";
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};

[[noreturn]] void throw_unreadable(const std::string& path, int reason) {
    throw Error(ErrorKind::input_output,
                fmt::format("cannot read {}: {}", path, std::generic_category().message(reason)));
}

void cut_columns(std::string_view text, TrecLine& line) {
    for (std::size_t at = 0; (at = text.find_first_not_of(white_space, at)) != text.npos;) {
        const std::size_t end = std::min(text.find_first_of(white_space, at), text.size());
        if (line.column_count < line.columns.size())
            line.columns[line.column_count] = text.substr(at, end - at);
        ++line.column_count;
        at = end;
    }
}

}  // namespace

std::string read_trec_file(const std::string& path) {
    const std::unique_ptr<std::FILE, CloseFile> file(
        std::fopen(path == "-" ? "/dev/stdin" : path.c_str(), "rb"));
    if (!file) throw_unreadable(path, errno);
    std::string bytes;
    std::array<char, std::size_t{1} << 16> block;
    while (const std::size_t count = std::fread(block.data(), 1, block.size(), file.get()))
        bytes.append(block.data(), count);
    if (std::ferror(file.get())) throw_unreadable(path, errno);
    return bytes;
}

TrecLineReader::TrecLineReader(std::string_view text, std::string_view name)
    : rest_(text), name_(name) {
    if (rest_.starts_with(byte_order_mark)) rest_.remove_prefix(byte_order_mark.size());
}

std::optional<TrecLine> TrecLineReader::next() {
    while (!rest_.empty()) {
        const std::size_t end = std::min(rest_.find('\n'), rest_.size());
        TrecLine line{.number = ++number_, .columns = {}};
        cut_columns(rest_.substr(0, end), line);
        rest_.remove_prefix(std::min(end + 1, rest_.size()));
        if (line.column_count > 0 && line.columns[0].front() != '#') return line;
    }
    return std::nullopt;
}

void TrecLineReader::require_form(const TrecLine& line, std::string_view what,
                                  std::string_view form) const {
    const auto blanks = std::count(form.begin(), form.end(), ' ');
    const std::size_t wanted = static_cast<std::size_t>(blanks) + 1;
    if (line.column_count == wanted) return;
    fail(line.number, fmt::format("{} column{} where {} has {} ({})", line.column_count,
                                  line.column_count == 1 ? "" : "s", what, wanted, form));
}

void TrecLineReader::fail(std::size_t line, std::string_view message) const {
    throw Error(ErrorKind::input_output, fmt::format("{}, line {}: {}", name_, line, message));
}

}  // namespace dateline
