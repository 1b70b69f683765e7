#include "corpus/asking_words.hpp"

#include "tests/catch.hpp"

using dateline::is_asking_word;

TEST_CASE("words of asking are known by language") {
    for (const char* const word : {"find", "documents", "concerning", "name", "kind", "words"})
        CHECK(is_asking_word("en", word));
    for (const char* const word : {"nato", "training", "iraq", "", "fin"})
        CHECK_FALSE(is_asking_word("en", word));
    CHECK(is_asking_word("de", "dokument"));
    CHECK_FALSE(is_asking_word("de", "documents"));
    CHECK(is_asking_word("fr", "concernant"));
    CHECK(is_asking_word("es", "informacion"));
    CHECK_FALSE(is_asking_word("", "find"));
    CHECK_FALSE(is_asking_word("ru", "find"));
}
