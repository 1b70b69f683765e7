#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "corpus/analyzer.hpp"
#include "searcher/telling_terms.hpp"

namespace dateline {

/// A word of an article that tells it from others.
struct ArticleWord {
    TellingTerm term;     ///< its weight without idf
    std::string written;  ///< as it stands there; analysed alone it is the term
};

/// The most telling words of an article, or of its passage `passage` (from 1; 0: of all of it),
/// best first, at most scoring::related_words: saturated frequency x idf, where a word of the
/// headline and of the lead counts several times.
std::vector<ArticleWord> telling_words(const Index& index, const ArchiveSize& archive,
                                       Analyzers& analyzers, ArticlePlace place,
                                       std::uint32_t passage);

}  // namespace dateline
