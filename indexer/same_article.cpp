#include "indexer/same_article.hpp"

#include <cstdint>
#include <vector>

#include "corpus/analyzer.hpp"
#include "corpus/schema.hpp"
#include "indexer/word_sequences.hpp"

namespace dateline {

namespace {

constexpr double least_share = 0.3;

std::vector<std::uint64_t> sequences(std::string_view text, Analyzer& analyzer) {
    std::vector<std::uint64_t> words;
    for (const Token& token : analyzer.analyze(text))
        words.push_back(word_hash(token.word->folded));
    return sequence_set(words);
}

}  // namespace

double shared_sequences(std::string_view a, std::string_view b) {
    Analyzer analyzer(words_language);
    return shared_sequences(sequences(a, analyzer), sequences(b, analyzer));
}

bool is_same_article(const Article& a, const Article& b) {
    return (!a.headline.empty() && a.headline == b.headline) ||
           shared_sequences(a.body, b.body) >= least_share;
}

}  // namespace dateline
