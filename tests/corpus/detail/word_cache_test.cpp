#include "corpus/detail/word_cache.hpp"

#include <map>
#include <random>
#include <string>

#include "tests/catch.hpp"

using namespace dateline;
using namespace dateline::detail;

namespace {

TextRange whole(std::string_view text) { return {0, static_cast<std::uint32_t>(text.size())}; }

const Word* add(WordCache& cache, std::string_view word) {
    return cache.add(word_key(word, whole(word)), {word, word, {}, false});
}

const Word* find(const WordCache& cache, std::string_view word) {
    return cache.find(word_key(word, whole(word)));
}

}  // namespace

TEST_CASE("a key depends on the word alone, not on what stands around it") {
    const std::string word = "abcdefghijklmnopqrstuvwxyz";
    for (std::size_t size = 1; size <= word.size(); ++size) {
        const std::string_view part = std::string_view(word).substr(0, size);
        const std::string text = "..." + std::string(part) + ", and so on and on";
        const WordKey alone = word_key(part, whole(part));
        CHECK(word_key(text, {3, static_cast<std::uint32_t>(3 + size)}) == alone);
        CHECK(word_key(word, whole(part)) == alone);
        if (size > 1)
            CHECK_FALSE(word_key(word, {0, static_cast<std::uint32_t>(size - 1)}) == alone);
    }
    CHECK_FALSE(word_key("a", {0, 1}) == word_key(std::string_view("a\0", 2), {0, 2}));
}

TEST_CASE("every word added is found again, at its place, and no other") {
    std::mt19937 random(1);
    WordCache cache(1 << 20);
    std::map<std::string, const Word*> added;
    for (int i = 0; i < 20000; ++i) {
        std::string word(1 + random() % 24, 'a');
        for (char& c : word) c = static_cast<char>('a' + random() % 4);
        const auto known = added.find(word);
        CHECK(find(cache, word) == (known == added.end() ? nullptr : known->second));
        if (known == added.end()) added[word] = add(cache, word);
    }
    for (const auto& [text, word] : added) {
        CHECK(find(cache, text) == word);
        CHECK(word->folded == text);
    }
}

TEST_CASE("words outlive their generation until the next one is full") {
    WordCache cache(100);
    const Word* first = add(cache, "first");
    for (int i = 0; i < 99; ++i) add(cache, "a" + std::to_string(i));
    CHECK(find(cache, "first") == first);
    cache.begin_text();
    CHECK(find(cache, "first") == nullptr);
    for (int i = 0; i < 99; ++i) add(cache, "b" + std::to_string(i));
    cache.begin_text();
    CHECK(first->folded == "first");
    CHECK(find(cache, "b7") != nullptr);
}
