#include "corpus/html_overlap.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace dateline {
namespace {

bool is_word_byte(unsigned char c) {
    return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Hashes of every window of 16 bytes of words, those kept that a quarter of all hashes are.
std::vector<std::uint64_t> sampled_windows(std::string_view text) {
    constexpr std::size_t window = 16;
    constexpr std::uint64_t base = 0x9E3779B97F4A7C15ULL;
    std::uint64_t leaving = 1;  // what the byte that leaves the window counts for
    for (std::size_t i = 0; i < window; ++i) leaving *= base;
    std::vector<unsigned char> bytes;
    std::vector<std::uint64_t> windows;
    std::uint64_t hash = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (!is_word_byte(byte)) continue;
        bytes.push_back(byte);
        hash = hash * base + byte + 1;
        if (bytes.size() > window) hash -= leaving * (bytes[bytes.size() - window - 1] + 1ULL);
        const std::uint64_t mixed = (hash ^ hash >> 32) * base;
        if (bytes.size() >= window && mixed >> 62 == 0) windows.push_back(mixed);
    }
    return windows;
}

}  // namespace

double share_found_in(std::string_view text, std::string_view other) {
    const std::vector<std::uint64_t> wanted = sampled_windows(text);
    if (wanted.empty()) return 0;
    std::vector<std::uint64_t> there = sampled_windows(other);
    std::sort(there.begin(), there.end());
    const auto found = std::count_if(wanted.begin(), wanted.end(), [&](std::uint64_t window) {
        return std::binary_search(there.begin(), there.end(), window);
    });
    return static_cast<double>(found) / static_cast<double>(wanted.size());
}

}  // namespace dateline
