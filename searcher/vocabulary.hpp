#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/index.hpp"

namespace dateline {

/// A word of the archive, in whatever case and with whatever diacritics it is written; an acronym
/// that is also a common word (US) is a word of its own.
struct VocabularyWord {
    std::string term;            ///< folded; an acronym in capitals
    std::uint64_t articles = 0;  ///< whose headline or body has it
    std::uint64_t passages = 0;  ///< whose text has it
    bool operator==(const VocabularyWord&) const = default;
};

struct Vocabulary {
    std::vector<VocabularyWord>
        words;                     ///< in most articles first, then most passages, then by term
    std::uint64_t more_words = 0;  ///< that were left out
};

/// The words that begin with `prefix`, at most so many, 0: all. An empty prefix begins each.
Vocabulary words_with_prefix(const Index& index, std::string_view prefix, std::size_t most);

}  // namespace dateline
