#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string_view>

namespace dateline {

constexpr std::size_t words_in_row(std::string_view row) {
    return static_cast<std::size_t>(std::count(row.begin(), row.end(), ' ')) + 1;
}

/// Words written as one row with single blanks between them, sorted when the program is compiled.
/// Size is words_in_row(row); views into the row, which is a literal.
template <std::size_t Size>
class WordSet {
  public:
    constexpr explicit WordSet(std::string_view row) {
        for (std::string_view& word : words_) {
            word = row.substr(0, row.find(' '));
            row.remove_prefix(std::min(word.size() + 1, row.size()));
        }
        std::ranges::sort(words_);
    }
    constexpr bool contains(std::string_view word) const {
        return std::ranges::binary_search(words_, word);
    }
    /// Sorted; lives as long as the set.
    constexpr std::span<const std::string_view> words() const { return words_; }

  private:
    std::array<std::string_view, Size> words_{};
};

}  // namespace dateline
