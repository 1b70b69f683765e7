#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "bench/random_numbers.hpp"

namespace dateline {

/// A language of made-up words that are as frequent as those of news in English: its real function
/// words first, then stems of syllables in several English forms. A word is about half as frequent
/// as the one of half its rank (Zipf's law), a rare word a quarter.
class MadeWords {
  public:
    static constexpr std::uint32_t count = 60'000;

    explicit MadeWords(std::uint64_t seed);

    /// Rank from 0, the most frequent word.
    const std::string& word(std::uint32_t rank) const { return words_[rank]; }
    std::uint32_t pick_rank(RandomNumbers& random) const;
    const std::string& pick(RandomNumbers& random) const { return word(pick_rank(random)); }
    /// Words from this rank on are no function words.
    static std::uint32_t first_content_rank();

  private:
    std::vector<std::string> words_;
    std::vector<std::uint64_t> sums_;  // of the frequencies up to each rank
};

/// A family name of two or three syllables, one of many thousands.
std::string made_name(RandomNumbers& random);

}  // namespace dateline
