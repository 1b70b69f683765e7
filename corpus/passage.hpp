#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "corpus/text_range.hpp"

namespace dateline {

/// Where a sentence or paragraph ends inside a passage. A passage that ends in the middle of a
/// sentence has none at its end.
struct TextBreak {
    std::uint32_t offset =
        0;  ///< from the passage's first byte: just after the last byte of the sentence
    bool ends_paragraph = false;  ///< also ends the sentence
    bool operator==(const TextBreak&) const = default;
};

/// A run of whole sentences of one article: the unit that is indexed and ranked.
struct Passage {
    std::uint32_t number = 1;       ///< from 1 in reading order
    TextRange range;                ///< bytes of the body, without white space at either end
    std::vector<TextBreak> breaks;  ///< ascending
};

inline constexpr std::uint32_t passage_min_words = 100;
inline constexpr std::uint32_t passage_max_words = 180;

/// Cuts bodies into passages. Not for several threads at once: it keeps ICU's break iterators.
class PassageSplitter {
  public:
    PassageSplitter();
    ~PassageSplitter();
    PassageSplitter(PassageSplitter&&) noexcept;
    PassageSplitter& operator=(PassageSplitter&&) noexcept;

    /// Whole paragraphs grouped to 100-180 words (as count_words counts them); a longer paragraph
    /// is split between sentences, a longer sentence between words, never inside one, save where
    /// 9000 bytes have no blank and no end of a word. A passage has more words only where one
    /// character with its marks has, fewer where a paragraph would have to be cut to fill it.
    /// Between two passages there is only white space, so passages and the gaps between them join
    /// back to the body, which must be as Article says. `language` is an ISO 639 code (may be
    /// empty). An empty body gives one empty passage. Depends on nothing but its arguments and
    /// ICU's version.
    std::vector<Passage> split(std::string_view body, std::string_view language);

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace dateline
