#include "corpus/formats/zero_bytes.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace dateline {

std::size_t count_zero_bytes(std::string_view bytes) {
    return static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\0'));
}

bool has_few_zero_bytes(std::string_view bytes) {
    constexpr std::size_t bytes_a_zero = 256;
    constexpr std::size_t bytes_a_zero_if_short = 32;
    constexpr std::size_t most_if_short = 4;
    constexpr std::string_view pair("\0\0", 2);
    const std::size_t count = count_zero_bytes(bytes);
    if (count == 0) return true;
    if (bytes.find(pair) != bytes.npos) return false;
    return count <= std::max(bytes.size() / bytes_a_zero,
                             std::min(bytes.size() / bytes_a_zero_if_short, most_if_short));
}

std::string zero_byte_warning(std::size_t count) {
    if (count == 0) return {};
    return fmt::format("{} zero {} left out", count, count == 1 ? "byte is" : "bytes are");
}

}  // namespace dateline
