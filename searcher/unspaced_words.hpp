#pragma once

#include <string_view>
#include <vector>

#include "corpus/analyzer.hpp"
#include "searcher/segment.hpp"
#include "searcher/vocabulary.hpp"

namespace dateline {

/// Whether it is, or begins, a word of a script in which any two neighbouring characters are a
/// word, so that words overlap (Chinese, Japanese, Korean, Thai).
bool is_unspaced(std::string_view word, Analyzer& analyzer);

/// Those of a segment that begin with `prefix`. The vocabulary of its texts holds only the first of
/// words that overlap, so they are counted by their postings.
std::vector<VocabularyWord> unspaced_words(const Segment& segment, std::string_view prefix,
                                           Analyzers& analyzers);

}  // namespace dateline
