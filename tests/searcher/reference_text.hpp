#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "corpus/article.hpp"
#include "searcher/query.hpp"

namespace dateline::test {

/// A word of a text or a query, by itself.
struct ReferenceWord {
    std::string written;
    std::string folded;
    std::string term;
    std::string acronym;
    bool is_stop_word = false;
};

struct ReferenceText {
    std::vector<ReferenceWord> words;
    std::vector<std::size_t> sentences;   ///< number of the sentence of each word
    std::vector<std::size_t> paragraphs;  ///< likewise
    std::vector<std::size_t> passages;    ///< likewise
};

struct ReferenceArticle {
    Article article;
    ReferenceText headline;
    ReferenceText body;
    std::size_t passage_count = 1;
};

ReferenceArticle read_article(const Article& article);
std::vector<ReferenceWord> read_words(std::string_view text, std::string_view language);

/// One word of a leaf of a query.
struct ReferenceToken {
    ReferenceWord word;
    WordMatch match = WordMatch::stem;
    std::uint32_t edits = 0;
    Field field = Field::any;
};
/// All words of a word, phrase, near or at_least, in order.
std::vector<ReferenceToken> tokens_of(const Query& leaf, const std::string& language);
bool is_same(const ReferenceWord& word, const ReferenceToken& asked);
bool is_same_term(const ReferenceWord& word, const ReferenceToken& asked);

/// Numbers (from 0) of the passages in which a word, phrase, near, at_least, or an any of them,
/// begins to hold; a headline is in passage 0. All pairs of all words are looked at.
std::set<std::size_t> places(const Query& leaf, const ReferenceArticle& article);

}  // namespace dateline::test
