#include "corpus/abbreviations.hpp"

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("titles and English abbreviations are known in every language") {
    for (const std::string_view language : {"", "en", "de", "am", "xx"})
        for (const std::string_view word : {"Gen", "Lt", "St", "Mr", "Dr", "Inc", "Jan", "GEN"})
            CHECK(is_abbreviation(word, language));
}

TEST_CASE("a language's own abbreviations are known in that language only") {
    CHECK(is_abbreviation("bzw", "de"));
    CHECK_FALSE(is_abbreviation("bzw", "en"));
    CHECK(is_abbreviation("EE", "es"));
    CHECK(is_abbreviation("Doç", "tr"));
    CHECK_FALSE(is_abbreviation("Doç", ""));
}

TEST_CASE("letter case tells an abbreviation from a word") {
    CHECK(is_abbreviation("Ill", "en"));
    CHECK_FALSE(is_abbreviation("ill", "en"));
    CHECK_FALSE(is_abbreviation("mass", "en"));
    CHECK_FALSE(is_abbreviation("", "en"));
    CHECK_FALSE(is_abbreviation("Iraq", "en"));
}

TEST_CASE("some words are abbreviations only before a number") {
    CHECK(is_abbreviation_before_number("No"));
    CHECK(is_abbreviation_before_number("NO"));
    CHECK(is_abbreviation_before_number("Nr"));
    CHECK_FALSE(is_abbreviation("No", "en"));
    CHECK_FALSE(is_abbreviation_before_number("Not"));
}

TEST_CASE("each language has words of its own that open sentences") {
    CHECK(is_sentence_opener("The", "en"));
    CHECK(is_sentence_opener("THE", "en"));
    CHECK(is_sentence_opener("The", ""));
    CHECK_FALSE(is_sentence_opener("the", "en"));
    CHECK_FALSE(is_sentence_opener("The", "de"));
    CHECK(is_sentence_opener("Der", "de"));
    CHECK(is_sentence_opener("Él", "es"));
    CHECK_FALSE(is_sentence_opener("The", "tr"));
}

TEST_CASE("ordinals end with a period in German and Finnish, not in English") {
    CHECK(has_ordinal_period("de"));
    CHECK(has_ordinal_period("fi"));
    CHECK_FALSE(has_ordinal_period("en"));
    CHECK_FALSE(has_ordinal_period(""));
}
