#include "corpus/stop_words.hpp"

#include <algorithm>

#include "corpus/analyzer.hpp"
#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("every stop word is the folded form of one word of its language, and listed once") {
    for (const std::string_view language : languages_with_stop_words()) {
        const StopWords stop_words(language);
        Analyzer analyzer(language);
        for (const std::string_view word : stop_words.all()) {
            INFO(language << ": " << word);
            const auto& tokens = analyzer.analyze(word);
            REQUIRE(tokens.size() == 1);
            CHECK(tokens[0].word->folded == word);
            CHECK(tokens[0].word->is_stop_word);
            CHECK(std::count(stop_words.all().begin(), stop_words.all().end(), word) == 1);
        }
        CHECK(stop_words.all().size() >= 30);
    }
}

TEST_CASE("function words are stop words of their own language only") {
    CHECK(StopWords("en").contains("whose"));
    CHECK(StopWords("de").contains("fur"));
    CHECK_FALSE(StopWords("en").contains("der"));
    CHECK_FALSE(StopWords("en").contains("iraq"));
    CHECK_FALSE(StopWords("en").contains(""));
    CHECK(StopWords("sw").all().empty());
}
