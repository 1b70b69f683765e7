#include "indexer/word_sequences.hpp"

#include <algorithm>
#include <random>
#include <set>

#include "tests/catch.hpp"

using namespace dateline;

namespace {

using Words = std::vector<std::uint64_t>;

// Few different words, so that sequences come again.
Words random_words(std::mt19937& random, std::size_t count, unsigned different) {
    Words words;
    for (std::size_t i = 0; i < count; ++i)
        words.push_back(word_hash(std::to_string(random() % different)));
    return words;
}

std::set<Words> sequences_by_hand(const Words& words) {
    std::set<Words> sequences;
    if (words.size() < sequence_words && !words.empty()) sequences.insert(words);
    for (std::size_t i = 0; i + sequence_words <= words.size(); ++i) {
        const auto begin = words.begin() + static_cast<std::ptrdiff_t>(i);
        sequences.emplace(begin, begin + sequence_words);
    }
    return sequences;
}

}  // namespace

TEST_CASE("two texts share the sequences that a comparison by hand finds") {
    std::mt19937 random(1);
    for (int round = 0; round < 300; ++round) {
        const Words a = random_words(random, random() % 40, 2);
        const Words b = random_words(random, random() % 40, 2);
        const std::set<Words> of_a = sequences_by_hand(a);
        const std::set<Words> of_b = sequences_by_hand(b);
        REQUIRE(sequence_set(a).size() == of_a.size());
        REQUIRE(std::ranges::is_sorted(sequence_set(a)));
        std::set<Words> all = of_a;
        all.insert(of_b.begin(), of_b.end());
        const std::size_t shared = of_a.size() + of_b.size() - all.size();
        const double share =
            all.empty() ? 0 : static_cast<double>(shared) / static_cast<double>(all.size());
        REQUIRE(shared_sequences(sequence_set(a), sequence_set(b)) == share);
    }
}

TEST_CASE("a text of fewer words than a sequence is one") {
    for (std::size_t size = 1; size <= sequence_words; ++size)
        CHECK(sequence_set(Words(size, 7)).size() == 1);
    CHECK(sequence_set(Words(2, 7)) != sequence_set(Words(3, 7)));
    CHECK(sequence_set({}).empty());
}

TEST_CASE("the order of words counts") {
    CHECK(sequence_set(Words{1, 2, 3, 4, 5}) != sequence_set(Words{2, 1, 3, 4, 5}));
    CHECK(word_hash("iraq") != word_hash("iran"));
}
