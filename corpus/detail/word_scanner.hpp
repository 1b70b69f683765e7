#pragma once

#include <optional>
#include <string_view>

#include "corpus/language.hpp"
#include "corpus/text_range.hpp"

namespace dateline::detail {

struct ScannedWord {
    TextRange range;
    bool joined = false;  ///< no white space since the word before
};

/// Whether the period or comma at `at`, between ASCII digits, stands before a group of thousands.
bool groups_digits(std::string_view text, std::size_t at, const Language& language);

/// Finds the words of a text, one after another: where they begin and end, not what they mean.
class WordScanner {
  public:
    /// Valid UTF-8. Both must outlive the scanner.
    WordScanner(std::string_view text, const Language& language)
        : text_(text), language_(language) {}
    std::optional<ScannedWord> next();

  private:
    ScannedWord word_from(std::size_t begin, std::size_t end, bool joined);
    ScannedWord first_of_run(std::size_t begin, bool joined);
    std::optional<ScannedWord> next_of_run();
    std::size_t word_end(std::size_t begin) const;
    std::size_t continued(std::size_t begin, std::size_t at) const;
    bool goes_past_apostrophe(std::size_t begin, std::size_t at, std::size_t next) const;

    std::string_view text_;
    const Language& language_;
    std::size_t at_ = 0;
    std::size_t unit_begin_ = 0;  ///< of the last character of the run of unspaced script at hand
    bool in_run_ = false;
    bool has_word_before_ = false;
};

}  // namespace dateline::detail
