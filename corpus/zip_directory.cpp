#include "corpus/zip_directory.hpp"

#include <algorithm>
#include <span>
#include <string>
#include <string_view>

namespace dateline {

namespace {

using namespace std::string_view_literals;

constexpr std::string_view record_mark = "PK\x05\x06"sv;
constexpr std::size_t record_bytes = 22;
constexpr std::size_t members_at = 10;
constexpr std::size_t comment_bytes_at = 20;
constexpr std::size_t longest_comment_bytes = 0xFFFF;
constexpr std::uint64_t stands_elsewhere = 0xFFFF;

// Two bytes, the lower one first.
std::size_t number_at(std::string_view bytes, std::size_t at) {
    return static_cast<unsigned char>(bytes[at]) |
           static_cast<std::size_t>(static_cast<unsigned char>(bytes[at + 1])) << 8;
}

std::string last_bytes(const RandomAccess& file, std::uint64_t most) {
    std::string bytes(std::min(file.size, most), '\0');
    const std::uint64_t begin = file.size - bytes.size();
    std::size_t filled = 0;
    while (filled < bytes.size()) {
        const std::size_t size = file.read(begin + filled, std::span(bytes).subspan(filled));
        if (size == 0) break;
        filled += size;
    }
    bytes.resize(filled);
    return bytes;
}

}  // namespace

std::optional<std::uint64_t> members_in_zip_directory(const RandomAccess& file) {
    const std::string bytes = last_bytes(file, record_bytes + longest_comment_bytes);
    for (std::size_t at = bytes.rfind(record_mark); at != bytes.npos;
         at = at == 0 ? bytes.npos : bytes.rfind(record_mark, at - 1)) {
        if (at + record_bytes > bytes.size()) continue;
        // The comment goes as far as the file, or the mark stands in one.
        if (at + record_bytes + number_at(bytes, at + comment_bytes_at) != bytes.size()) continue;
        const std::uint64_t members = number_at(bytes, at + members_at);
        if (members == stands_elsewhere) return std::nullopt;
        return members;
    }
    return std::nullopt;
}

}  // namespace dateline
