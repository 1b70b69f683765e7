#include "corpus/stemmer.hpp"

#include <set>
#include <string>

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("every algorithm of libstemmer can be had by its name") {
    CHECK(stemming_algorithms().size() >= 28);
    for (const std::string_view name : stemming_algorithms()) {
        INFO(name);
        CHECK(Stemmer(name).has_algorithm());
    }
}

TEST_CASE("articles name their language by its ISO 639-1 code, and every stemmer is reached so") {
    for (const std::string_view code :
         {"ar", "ca", "da", "de", "el", "en", "es", "eu", "fi", "fr",
          "ga", "hi", "hu", "hy", "id", "it", "lt", "nb", "ne", "nl",
          "nn", "no", "pt", "ro", "ru", "sr", "sv", "ta", "tr", "yi"}) {
        INFO(code);
        CHECK(Stemmer(code).has_algorithm());
    }
}

TEST_CASE("words of a language without a stemmer stay as they are") {
    for (const std::string_view code : {"sw", "am", "xx", "", "not a language"}) {
        Stemmer stemmer(code);
        CHECK_FALSE(stemmer.has_algorithm());
        CHECK(stemmer.stem("walking") == "walking");
    }
}

TEST_CASE("forms of a word have one stem in its language") {
    CHECK(Stemmer("en").stem("nations") == "nation");
    CHECK(Stemmer("de").stem("häuser") == "haus");
    CHECK(Stemmer("ru").stem("войны") == std::string(Stemmer("ru").stem("войну")));
    CHECK(Stemmer("nb").stem("regjeringen") == std::string(Stemmer("no").stem("regjering")));
}
