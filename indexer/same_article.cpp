#include "indexer/same_article.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "corpus/analyzer.hpp"
#include "corpus/schema.hpp"

namespace dateline {

namespace {

constexpr std::size_t sequence_words = 5;
constexpr double least_share = 0.3;

// Hashes of the sequences, sorted, each once.
std::vector<std::uint64_t> sequences(std::string_view text, Analyzer& analyzer) {
    std::vector<std::uint64_t> words;
    for (const Token& token : analyzer.analyze(text))
        words.push_back(XXH3_64bits(token.word->folded.data(), token.word->folded.size()));
    std::vector<std::uint64_t> hashes;
    if (words.empty()) return hashes;
    const std::size_t length = std::min(sequence_words, words.size());
    for (std::size_t i = 0; i + length <= words.size(); ++i)
        hashes.push_back(XXH3_64bits(&words[i], length * sizeof(words[i])));
    std::ranges::sort(hashes);
    const auto repeated = std::ranges::unique(hashes);
    hashes.erase(repeated.begin(), repeated.end());
    return hashes;
}

}  // namespace

double shared_sequences(std::string_view a, std::string_view b) {
    Analyzer analyzer(words_language);
    const std::vector<std::uint64_t> of_a = sequences(a, analyzer);
    const std::vector<std::uint64_t> of_b = sequences(b, analyzer);
    std::vector<std::uint64_t> shared;
    std::ranges::set_intersection(of_a, of_b, std::back_inserter(shared));
    const std::size_t different = of_a.size() + of_b.size() - shared.size();
    return different == 0 ? 0 : static_cast<double>(shared.size()) / static_cast<double>(different);
}

bool is_same_article(const Article& a, const Article& b) {
    return (!a.headline.empty() && a.headline == b.headline) ||
           shared_sequences(a.body, b.body) >= least_share;
}

}  // namespace dateline
