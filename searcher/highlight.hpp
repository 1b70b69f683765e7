#pragma once

#include <cstddef>
#include <vector>

#include "corpus/analyzer.hpp"
#include "corpus/text_range.hpp"
#include "searcher/plan.hpp"
#include "searcher/text_part.hpp"

namespace dateline {

/// Whether a leaf with that field can match in such a text.
bool reaches(Field field, TextPart part);

/// The words of a text, with those of its neighbours that a phrase may begin or end in.
struct TextWindow {
    std::vector<const Word*> before;
    std::vector<Token> tokens;  ///< of the text itself
    std::vector<const Word*> after;
};

/// How many words of its neighbours decide what matches in a text: one less than the longest phrase
/// has.
std::size_t context_words(const Plan& plan, std::size_t language);

/// What the leaves that rank match in the text: words by themselves, a phrase's words as one range.
/// Ascending, disjoint. `language`: Plan's number of the text's.
std::vector<TextRange> matched_ranges(const TextWindow& window, TextPart part, const Plan& plan,
                                      std::size_t language);

}  // namespace dateline
