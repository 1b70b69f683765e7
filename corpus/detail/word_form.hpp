#pragma once

#include <string>
#include <string_view>

#include "corpus/language.hpp"
#include "corpus/stemmer.hpp"

namespace dateline::detail {

/// What the analyzer knows of a word, as in Word, but owning its text.
struct WordForm {
    std::string folded;
    std::string term;
    std::string acronym;
};

/// Turns words, as WordScanner cuts them from a text, into what the index knows them by.
class WordForms {
  public:
    /// `language` must outlive the object; `code` chooses the stemmer.
    WordForms(std::string_view code, const Language& language);
    WordForm form_of(std::string_view word);

  private:
    std::string folded(std::string_view lower) const;
    std::string stem(std::string_view lower);

    const Language& language_;
    Stemmer stemmer_;
};

}  // namespace dateline::detail
