#pragma once

#include <string_view>

namespace dateline {

/// What a word means for the period after it or the sentence before it. Words as printed, UTF-8,
/// without the last period; words of capitals count as names do ("GEN" as "Gen"). `language` is an
/// ISO 639 code; empty is read as English.

/// "Gen", "Inc", "U.S", "bzw": a period after it seldom ends a sentence. English ones, and titles
/// that many languages share, are known in every language.
bool is_abbreviation(std::string_view word, std::string_view language);
/// "No", "Art": an abbreviation where a number follows, else a word of its own.
bool is_abbreviation_before_number(std::string_view word);
/// "The", "But", "Der": begins a sentence so often, and a name so seldom, that it ends the sentence
/// before it even after an abbreviation.
bool is_sentence_opener(std::string_view word, std::string_view language);
/// Where "5. Januar" is the fifth of January.
bool has_ordinal_period(std::string_view language);

}  // namespace dateline
