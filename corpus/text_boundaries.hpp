#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace dateline {

enum class BoundaryKind { character, word, sentence };

/// ICU's boundaries of UTF-8 text (UAX 29, with ICU's dictionaries for words in scripts without
/// blanks). Not for several threads at once.
class BoundaryFinder {
  public:
    /// `language` is an ISO 639 code; one that ICU does not know has the common rules. Throws Error
    /// where ICU's rules are missing from the machine.
    BoundaryFinder(BoundaryKind kind, std::string_view language);
    ~BoundaryFinder();
    BoundaryFinder(BoundaryFinder&&) noexcept;
    BoundaryFinder& operator=(BoundaryFinder&&) noexcept;

    /// Ascending byte offsets of all boundaries but 0; the last is the size of a text that is not
    /// empty. A character is what a reader takes for one: a letter with its marks.
    std::vector<std::uint32_t> boundaries(std::string_view text);

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace dateline
