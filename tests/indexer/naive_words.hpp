#pragma once

#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "corpus/analyzer.hpp"
#include "corpus/article.hpp"
#include "corpus/passage.hpp"
#include "corpus/text_units.hpp"

namespace dateline::test {

/// Folded form, language, term, acronym: words_file.hpp's key order.
using FormKey = std::tuple<std::string, std::string, std::string, std::string>;

struct FormCounts {
    std::uint32_t passages = 0;
    std::uint32_t articles = 0;
    std::uint64_t occurrences = 0;
    std::map<std::string, std::uint64_t> spellings;
    bool is_stop_word = false;
    bool operator==(const FormCounts&) const = default;
};

/// The words and gaps of articles, counted in the plainest way.
struct NaiveWords {
    std::map<FormKey, FormCounts> forms;
    std::map<std::string, std::uint64_t> gaps;

    explicit NaiveWords(const std::vector<Article>& articles) {
        for (const Article& article : articles) add(article);
    }

  private:
    void add(const Article& article) {
        Analyzer analyzer(article.language);
        PassageSplitter splitter;
        std::set<FormKey> in_article = add_text(article.headline, article.language, analyzer);
        for (const Passage& passage : splitter.split(article.body, article.language)) {
            const std::set<FormKey> in_passage =
                add_text(passage.range.in(article.body), article.language, analyzer);
            for (const FormKey& key : in_passage) ++forms[key].passages;
            in_article.insert(in_passage.begin(), in_passage.end());
        }
        for (const FormKey& key : in_article) ++forms[key].articles;
    }

    // Returns the forms of the text.
    std::set<FormKey> add_text(std::string_view text, const std::string& language,
                               Analyzer& analyzer) {
        std::set<FormKey> met;
        std::vector<TextUnit> units;
        cut_into_units(text, analyzer.analyze(text), units);
        for (const TextUnit& unit : units) {
            const std::string bytes(unit.range.in(text));
            if (!unit.word) {
                ++gaps[bytes];
                continue;
            }
            const FormKey key(unit.word->folded, language, unit.word->term, unit.word->acronym);
            FormCounts& counts = forms[key];
            ++counts.occurrences;
            ++counts.spellings[bytes];
            counts.is_stop_word = unit.word->is_stop_word;
            met.insert(key);
        }
        return met;
    }
};

}  // namespace dateline::test
