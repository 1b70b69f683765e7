#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "corpus/text_range.hpp"

namespace dateline {

/// Cuts sentences that are longer than a passage. Not for several threads at once.
class LongSentenceSplitter {
  public:
    LongSentenceSplitter();
    ~LongSentenceSplitter();
    LongSentenceSplitter(LongSentenceSplitter&&) noexcept;
    LongSentenceSplitter& operator=(LongSentenceSplitter&&) noexcept;

    /// Parts of `sentence` of at most `max_words` (count_words) each and of about the same length,
    /// in order, as ranges of it: cut at white space, which belongs to no part; in a run without
    /// any that is too long itself, between words as ICU knows them, else between characters. A
    /// part that is one such character may be longer. `sentence` is valid UTF-8, not empty and
    /// without white space at its ends.
    std::vector<TextRange> split(std::string_view sentence, std::uint32_t max_words);

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace dateline
