#include "indexer/sketch.hpp"

#include <cmath>
#include <random>

#include "indexer/word_sequences.hpp"
#include "tests/catch.hpp"

using namespace dateline;

namespace {

using Words = std::vector<std::uint64_t>;

struct Pair {
    Words a;
    Words b;
};

// Two texts of `size` sequences each that share the first of them: as many as `similarity` wants,
// and no more than a rounding above it.
Pair pair_of(std::mt19937_64& random, double similarity, std::size_t size) {
    const double wanted = 2 * similarity * static_cast<double>(size) / (1 + similarity);
    const auto shared = static_cast<std::size_t>(std::ceil(wanted - 1e-9));
    Pair pair;
    for (std::size_t i = 0; i < size + sequence_words - 1; ++i) {
        const bool is_shared = i < shared + sequence_words - 1;
        pair.a.push_back(random());
        pair.b.push_back(is_shared ? pair.a.back() : random());
    }
    return pair;
}

double share_found(double similarity, std::size_t size, int pairs) {
    std::mt19937_64 random(size);
    int found = 0;
    for (int i = 0; i < pairs; ++i) {
        const Pair pair = pair_of(random, similarity, size);
        found += may_be_near_duplicates(sketch_of(pair.a), sketch_of(pair.b));
    }
    return static_cast<double>(found) / pairs;
}

}  // namespace

TEST_CASE("the sketches of near-duplicates of any length give them away") {
    for (const std::size_t size : {1, 2, 5, 20, 60, 300, 1000})
        CHECK(share_found(0.7, size, 1500) >= 0.98);
}

TEST_CASE("sketches of texts that are far from near-duplicates hardly ever look like them") {
    for (const std::size_t size : {40, 300, 1000}) CHECK(share_found(0.3, size, 1000) <= 0.03);
    for (const std::size_t size : {5, 40, 300}) CHECK(share_found(0, size, 1000) == 0);
}

TEST_CASE("a sketch depends on the set of sequences only") {
    std::mt19937_64 random(3);
    for (const std::size_t size : {1, 4, 5, 30, 200}) {
        Words words;
        for (std::size_t i = 0; i < size; ++i) words.push_back(random());
        Words round = words;
        round.insert(round.end(), words.begin(), words.end());
        Words twice = round;
        twice.insert(twice.end(), words.begin(), words.end());
        if (size >= sequence_words - 1) CHECK(sketch_of(round) == sketch_of(twice));
        CHECK(sketch_of(words) == sketch_of(words));
        CHECK_FALSE(sketch_of(words).empty());
    }
}

TEST_CASE("a text without words is no near-duplicate of another") {
    CHECK(sketch_of({}).empty());
    CHECK_FALSE(may_be_near_duplicates({}, {}));
}
