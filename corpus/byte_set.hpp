#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace dateline {

/// Some of the 256 bytes. Finds the next of them, or the next other one, several times as fast as
/// std::string_view does, which searches the set anew for each byte.
class ByteSet {
  public:
    constexpr explicit ByteSet(std::string_view bytes) {
        for (const char c : bytes) has_[static_cast<unsigned char>(c)] = true;
    }
    constexpr bool contains(char c) const { return has_[static_cast<unsigned char>(c)]; }
    /// Offset of the first byte from `at` on that is in the set; the size of the text where there
    /// is none.
    constexpr std::size_t find_in(std::string_view text, std::size_t at = 0) const {
        while (at < text.size() && !contains(text[at])) ++at;
        return std::min(at, text.size());
    }
    /// The same for the first that is not in the set.
    constexpr std::size_t find_other(std::string_view text, std::size_t at = 0) const {
        while (at < text.size() && contains(text[at])) ++at;
        return std::min(at, text.size());
    }

  private:
    std::array<bool, 256> has_{};
};

}  // namespace dateline
