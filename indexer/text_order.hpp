#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace dateline {

/// The numbers 0, 1, ... count - 1 by the bytes of their texts, ascending where these are equal.
/// Most pairs are told apart by their first 8 bytes, which lie side by side here and not all over
/// the memory.
template <class TextOf>
std::vector<std::uint32_t> order_by_text(std::uint32_t count, const TextOf& text_of) {
    struct Key {
        std::uint64_t beginning = 0;
        std::uint32_t number = 0;
    };
    const auto beginning_of = [](std::string_view text) {
        std::uint64_t bytes = 0;
        if (!text.empty()) std::memcpy(&bytes, text.data(), std::min(text.size(), sizeof(bytes)));
        if constexpr (std::endian::native == std::endian::little) bytes = __builtin_bswap64(bytes);
        return bytes;
    };
    std::vector<Key> keys(count);
    for (std::uint32_t i = 0; i < count; ++i) keys[i] = {beginning_of(text_of(i)), i};
    std::ranges::sort(keys, [&](const Key& a, const Key& b) {
        if (a.beginning != b.beginning) return a.beginning < b.beginning;
        const int order = text_of(a.number).compare(text_of(b.number));
        return order != 0 ? order < 0 : a.number < b.number;
    });
    std::vector<std::uint32_t> order(count);
    std::ranges::transform(keys, order.begin(), &Key::number);
    return order;
}

}  // namespace dateline
