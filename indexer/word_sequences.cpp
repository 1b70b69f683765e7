#include "indexer/word_sequences.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "corpus/distinct.hpp"

namespace dateline {

std::uint64_t word_hash(std::string_view folded) {
    return XXH3_64bits(folded.data(), folded.size());
}

std::vector<std::uint64_t> compared_words(std::span<const std::uint64_t> headline,
                                          std::vector<std::uint64_t> body) {
    if (body.size() < least_body_words) body.insert(body.begin(), headline.begin(), headline.end());
    return body;
}

std::vector<std::uint64_t> sequence_set(std::span<const std::uint64_t> words) {
    std::vector<std::uint64_t> hashes;
    hashes.reserve(words.size());
    visit_sequences(words, [&](std::uint64_t hash) { hashes.push_back(hash); });
    sort_distinct(hashes);
    return hashes;
}

double shared_sequences(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b) {
    std::size_t shared = 0;
    for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
        const bool both = *i == *j;
        const bool next_of_a = *i <= *j;
        const bool next_of_b = *j <= *i;
        shared += both;
        i += next_of_a;
        j += next_of_b;
    }
    const std::size_t different = a.size() + b.size() - shared;
    return different == 0 ? 0 : static_cast<double>(shared) / static_cast<double>(different);
}

}  // namespace dateline
