#include "corpus/text_compressor.hpp"

#include <random>

#include "corpus/error.hpp"
#include "tests/catch.hpp"
#include "tests/corpus/damage.hpp"

using namespace dateline;

namespace {

// Text of few words in random order: it compresses, and its words are worth a dictionary.
std::vector<std::string> random_texts(unsigned seed, std::size_t count) {
    std::mt19937 random(seed);
    std::vector<std::string> words(400);
    std::mt19937 letters(7);
    for (std::string& word : words)
        for (auto left = 3 + letters() % 9; left > 0; --left)
            word += static_cast<char>('a' + letters() % 26);
    std::vector<std::string> texts(count);
    for (std::string& text : texts)
        for (auto left = 100 + random() % 100; left > 0; --left)
            text += words[random() % words.size()] + ' ';
    return texts;
}

}  // namespace

TEST_CASE("compressed texts come back, with and without a dictionary") {
    const std::string dictionary = train_dictionary(random_texts(1, 500), 20'000);
    REQUIRE(!dictionary.empty());
    CHECK(dictionary.size() <= 20'000);
    for (const std::string& known : {std::string(), dictionary}) {
        TextCompressor compressor(known);
        TextDecompressor decompressor(known);
        for (const std::string& text : random_texts(2, 50))
            REQUIRE(decompressor.decompress(compressor.compress(text)) == text);
        CHECK(decompressor.decompress(compressor.compress("")).empty());
        const std::string large(3'000'000, 'z');
        CHECK(decompressor.decompress(compressor.compress(large)) == large);
    }
}

TEST_CASE("a dictionary makes short texts smaller") {
    const std::string dictionary = train_dictionary(random_texts(1, 500), 20'000);
    TextCompressor plain("");
    TextCompressor trained(dictionary);
    for (const std::string& text : random_texts(3, 50))
        REQUIRE(trained.compress(text).size() < plain.compress(text).size());
}

TEST_CASE("equal texts give equal bytes and equal dictionaries") {
    const auto texts = random_texts(1, 300);
    const std::string dictionary = train_dictionary(texts, 20'000);
    CHECK(train_dictionary(texts, 20'000) == dictionary);
    TextCompressor first(dictionary);
    TextCompressor second(dictionary);
    static_cast<void>(first.compress(texts[1]));
    CHECK(first.compress(texts[0]) == second.compress(texts[0]));
}

TEST_CASE("too little text gives no dictionary") {
    CHECK(train_dictionary({}, 20'000).empty());
    CHECK(train_dictionary({"one text"}, 20'000).empty());
}

TEST_CASE("damaged text is never taken for another text") {
    const std::string dictionary = train_dictionary(random_texts(1, 500), 20'000);
    const std::string text = random_texts(4, 1).front().substr(0, 300);
    const std::string packed = TextCompressor(dictionary).compress(text);
    TextDecompressor decompressor(dictionary);
    test::survive_damage(packed, [&](std::string_view damaged) {
        if (decompressor.decompress(damaged) != text) FAIL("another text");
    });
    CHECK_THROWS_AS(TextDecompressor("").decompress(packed), Error);
    const std::string other = train_dictionary(random_texts(9, 500), 20'000);
    CHECK_THROWS_AS(TextDecompressor(other).decompress(packed), Error);
}

TEST_CASE("a record over 128 MiB is refused before memory is taken for it") {
    TextCompressor compressor("");
    const std::string packed = compressor.compress(std::string((128U << 20) + 1, 'a'));
    CHECK_THROWS_AS(TextDecompressor("").decompress(packed), Error);
}
