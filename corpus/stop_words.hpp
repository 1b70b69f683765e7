#pragma once

#include <string_view>
#include <vector>

namespace dateline {

/// The function words of a language: articles, pronouns, prepositions, conjunctions, auxiliaries.
/// None for a language without a list.
class StopWords {
  public:
    /// ISO 639 code.
    explicit StopWords(std::string_view language);

    /// `folded` as in Word::folded.
    bool contains(std::string_view folded) const;
    /// Sorted by bytes.
    const std::vector<std::string_view>& all() const { return *words_; }

  private:
    const std::vector<std::string_view>* words_;  // of the program's life
};

/// ISO 639 codes of the languages that have a list.
std::vector<std::string_view> languages_with_stop_words();

}  // namespace dateline
