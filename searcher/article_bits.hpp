#pragma once

#include <array>
#include <bit>
#include <cstdint>

#include "corpus/frequencies_file.hpp"

namespace dateline {

/// Some of the articles of a block, by their places in it.
class ArticleBits {
  public:
    static ArticleBits all() {
        ArticleBits bits;
        bits.words_.fill(~std::uint64_t{0});
        return bits;
    }

    void set(std::uint32_t place) { words_[place / 64] |= std::uint64_t{1} << place % 64; }
    /// Of places 64 x `number` on; the lowest bit is the first place.
    void set_word(std::uint32_t number, std::uint64_t word) { words_[number] = word; }
    void clear(std::uint32_t place) { words_[place / 64] &= ~(std::uint64_t{1} << place % 64); }
    bool has(std::uint32_t place) const { return (words_[place / 64] >> place % 64 & 1) != 0; }
    bool any() const { return (words_[0] | words_[1] | words_[2] | words_[3]) != 0; }
    /// The lowest place; of some.
    std::uint32_t first() const {
        std::uint32_t i = 0;
        while (words_[i] == 0) ++i;
        return 64 * i + static_cast<std::uint32_t>(std::countr_zero(words_[i]));
    }
    std::uint32_t count() const {
        std::uint32_t count = 0;
        for (const std::uint64_t word : words_)
            count += static_cast<std::uint32_t>(std::popcount(word));
        return count;
    }
    /// Gives each place to `take`, ascending.
    template <class Take>
    void for_each(const Take& take) const {
        for (std::uint32_t i = 0; i < words_.size(); ++i)
            for (std::uint64_t word = words_[i]; word != 0; word &= word - 1)
                take(64 * i + static_cast<std::uint32_t>(std::countr_zero(word)));
    }

    ArticleBits& operator&=(const ArticleBits& other) {
        for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
        return *this;
    }
    ArticleBits& operator|=(const ArticleBits& other) {
        for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
        return *this;
    }
    friend ArticleBits operator&(ArticleBits a, const ArticleBits& b) { return a &= b; }
    friend ArticleBits operator|(ArticleBits a, const ArticleBits& b) { return a |= b; }
    friend ArticleBits operator~(ArticleBits bits) {
        for (std::uint64_t& word : bits.words_) word = ~word;
        return bits;
    }
    bool operator==(const ArticleBits&) const = default;

  private:
    std::array<std::uint64_t, articles_each_block / 64> words_{};
};

}  // namespace dateline
