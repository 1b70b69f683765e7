#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/error.hpp"

namespace dateline::test {

/// Hands every beginning of `bytes`, and `bytes` with each of its bytes changed, to `read`: it may
/// throw Error or give some value, but nothing else may come out. Returns how many were accepted.
/// Each text is a heap block of its own size, so that the address sanitizer sees a read beyond it.
inline std::size_t survive_damage(const std::string& bytes,
                                  const std::function<void(std::string_view)>& read) {
    std::size_t accepted = 0;
    const auto attempt = [&](const std::string& damaged) {
        const std::vector<char> block(damaged.begin(), damaged.end());
        try {
            read({block.data(), block.size()});
            ++accepted;
        } catch (const Error&) {
        }
    };
    for (std::size_t size = 0; size < bytes.size(); ++size) attempt(bytes.substr(0, size));
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        std::string damaged = bytes;
        for (const int change : {0x01, 0x80, 0xFF}) {
            damaged[i] = static_cast<char>(bytes[i] ^ change);
            attempt(damaged);
        }
    }
    return accepted;
}

}  // namespace dateline::test
