#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "corpus/words_file.hpp"
#include "searcher/plan.hpp"

namespace dateline {

/// How often tokens stand in the texts of a segment, wherever: sooner than TokenUnits, since no
/// words are counted on the way.
class TokenCounts {
  public:
    /// `words` must outlive this object. `languages`: by the segment's numbers, those asked about.
    TokenCounts(const WordsFile& words, std::span<const AskedToken> tokens,
                const std::vector<bool>& languages);

    /// Adds what a regular text holds of each token to `counts`. Throws Error{index} where the code
    /// is none.
    void add(std::string_view code, std::span<std::uint32_t> counts) const;

  private:
    /// An asked unit; its tokens are those of tokens_ from `begin` up to `end`.
    struct Slot {
        UnitId unit = 0;
        std::uint32_t begin = 0;
        std::uint32_t end = 0;  ///< 0: free
    };

    void add(const Slot& asked);
    std::size_t ending(unsigned char before, unsigned char last) const {
        return std::size_t{rows_[before]} | last;
    }
    void count(std::string_view code, const char* last, std::span<std::uint32_t> counts) const;

    const WordsFile& words_;
    std::vector<std::uint16_t> rows_;     // by byte, where its followers are among endings_
    std::vector<unsigned char> endings_;  // by a byte and the last: whether asked units end so
    std::vector<std::uint32_t> tokens_;
    std::vector<Slot> slots_;  // a power of two, at most a quarter full
    std::size_t slot_mask_ = 0;
};

}  // namespace dateline
