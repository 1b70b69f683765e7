#pragma once

#include <compare>
#include <cstdint>
#include <string_view>

namespace dateline {

/// Half-open range of UTF-8 bytes in some text: begin <= end. Texts are under 4 GiB.
struct TextRange {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    std::uint32_t size() const { return end - begin; }
    bool empty() const { return begin == end; }
    std::string_view in(std::string_view text) const { return text.substr(begin, size()); }
    auto operator<=>(const TextRange&) const = default;
};

}  // namespace dateline
