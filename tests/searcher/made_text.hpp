#pragma once

#include <deque>
#include <sstream>
#include <string>
#include <vector>

#include "corpus/analyzer.hpp"
#include "searcher/plan.hpp"

namespace dateline::test {

/// Words between blanks as an analyzer without stemming would give them.
class MadeText {
  public:
    explicit MadeText(const std::string& text) {
        std::istringstream in(text);
        std::uint32_t at = 0;
        for (std::string form; in >> form; at += static_cast<std::uint32_t>(form.size()) + 1) {
            forms_.push_back(form);
            words_.push_back({.folded = forms_.back(), .term = forms_.back(), .acronym = {}});
            const auto size = static_cast<std::uint32_t>(form.size());
            tokens_.push_back({.range = {at, at + size},
                               .ordinal = static_cast<std::uint32_t>(tokens_.size()),
                               .word = &words_.back()});
        }
    }

    MadeText(const MadeText&) = delete;
    MadeText& operator=(const MadeText&) = delete;

    const std::vector<Token>& tokens() const { return tokens_; }
    std::vector<const Word*> words() const {
        std::vector<const Word*> words;
        for (const Token& token : tokens_) words.push_back(token.word);
        return words;
    }
    /// The same words as a query asks for them.
    AskedWords asked(Field field = Field::any) const {
        AskedWords asked;
        for (const Token& token : tokens_) {
            asked.tokens.emplace_back();
            asked.tokens.back().term = token.word->term;
        }
        asked.tree.end = static_cast<std::uint32_t>(tokens_.size());
        asked.tree.field = field;
        return asked;
    }

  private:
    std::deque<std::string> forms_;
    std::deque<Word> words_;
    std::vector<Token> tokens_;
};

}  // namespace dateline::test
