#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace dateline {

/// Finds sentences: by own rules in scripts that have capital letters, where abbreviations need
/// them, with ICU in all others. Not for several threads at once: it keeps ICU's break iterators.
class SentenceSplitter {
  public:
    SentenceSplitter();
    ~SentenceSplitter();
    SentenceSplitter(SentenceSplitter&&) noexcept;
    SentenceSplitter& operator=(SentenceSplitter&&) noexcept;

    /// Ascending offsets just after the last byte of each sentence; the last is the paragraph's
    /// size. `paragraph` is valid UTF-8, not empty and without white space at its ends; `language`
    /// is an ISO 639 code (may be empty).
    std::vector<std::uint32_t> sentence_ends(std::string_view paragraph, std::string_view language);

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace dateline
