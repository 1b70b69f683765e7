#pragma once

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include "corpus/error.hpp"
#include "corpus/words_file.hpp"
#include "searcher/plan.hpp"
#include "tests/corpus/encoded_words.hpp"
#include "tests/temporary_folder.hpp"

namespace dateline::test {

/// A words file of a few words, each a form of its own, unit i the i-th of them; "," is a gap.
class MadeWords {
  public:
    MadeWords(const std::vector<std::string>& units, std::uint32_t stoppers)
        : units_(units), words_(folder_.write("words", bytes_of(units, stoppers))) {}

    const WordsFile& words() const { return words_; }

    /// The code of units with blanks between them.
    std::string coded(const std::string& text) const {
        std::string code;
        std::istringstream in(text);
        for (std::string word; in >> word;)
            words_.code().append(
                code, static_cast<UnitId>(std::ranges::find(units_, word) - units_.begin()));
        return code;
    }

    /// Words as a phrase asks for them.
    std::vector<AskedToken> asked(const std::string& phrase) const {
        std::vector<AskedToken> tokens;
        std::istringstream in(phrase);
        for (std::string word; in >> word;) {
            AskedToken& token = tokens.emplace_back();
            token.match = WordMatch::form;
            token.term = token.folded = word;
        }
        return tokens;
    }

  private:
    static std::string bytes_of(const std::vector<std::string>& texts, std::uint32_t stoppers) {
        std::vector<FormEntry> forms;
        for (UnitId unit = 0; unit < texts.size(); ++unit)
            if (texts[unit] != ",")
                forms.push_back(
                    {.folded = texts[unit], .term = texts[unit], .acronym = {}, .units = {unit}});
        std::ranges::sort(forms, comes_before);
        std::vector<UnitEntry> units;
        for (const std::string& text : texts) units.push_back({text});
        for (std::uint32_t form = 0; form < forms.size(); ++form)
            units[forms[form].units.front()].form = form;
        return test::encode_words(units, forms, DenseCode(stoppers));
    }

    TemporaryFolder folder_;
    std::vector<std::string> units_;
    WordsFile words_;
};

}  // namespace dateline::test
