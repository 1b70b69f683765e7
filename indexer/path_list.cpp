#include "indexer/path_list.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>

#include "corpus/error.hpp"
#include "corpus/source.hpp"

namespace dateline {

namespace {

// Also pipes, which have no size.
std::string read_file(const std::string& file) {
    std::ifstream stream(file, std::ios::binary);
    std::string bytes;
    std::array<char, 4096> room{};
    while (stream.read(room.data(), room.size()) || stream.gcount() > 0)
        bytes.append(room.data(), static_cast<std::size_t>(stream.gcount()));
    if (stream.is_open() && !stream.bad()) return bytes;
    throw Error(ErrorKind::input_output, fmt::format("cannot read {}", file));
}

}  // namespace

std::vector<std::string> split_paths(std::string_view text, bool by_nul) {
    std::vector<std::string> paths;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(by_nul ? '\0' : '\n'), text.size());
        std::string_view path = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (!by_nul && path.ends_with('\r')) path.remove_suffix(1);
        if (!path.empty()) paths.emplace_back(path);
    }
    return paths;
}

std::string read_whole_file(const std::string& file) {
    if (file != "-") return read_file(file);
    std::string bytes;
    const auto input = open_standard_input();
    for (std::string_view some = input->peek(1); !some.empty(); some = input->peek(1)) {
        bytes += some;
        input->skip(some.size());
    }
    return bytes;
}

}  // namespace dateline
