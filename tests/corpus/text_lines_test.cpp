#include "corpus/text_lines.hpp"

#include <string>

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("lines know their indent and where they end") {
    const std::string text = "  one \n\n\ttwo";
    const auto lines = split_lines(text);
    REQUIRE(lines.size() == 3);
    CHECK(lines[0].text == "one");
    CHECK(lines[0].indent == 2);
    CHECK(lines[0].end == 6);
    CHECK(lines[1].text.empty());
    CHECK(lines[2].text == "two");
    CHECK(lines[2].end == text.size());
}

TEST_CASE("a sentence ends in its stop, also inside quotes and brackets") {
    for (const char* text : {"End.", "End!", "\"End?\"", "(End.)", "“End.”", "终わり。", "खत्म।"}) {
        CHECK(ends_like_sentence(text));
    }
    for (const char* text : {"", "\"\"", "Headline", "Mission: possible", "a,", "3.5 m"}) {
        CHECK(!ends_like_sentence(text));
    }
}

TEST_CASE("characters are counted, not bytes") {
    CHECK(character_count("") == 0);
    CHECK(character_count("für 語") == 5);
}

TEST_CASE("a line is full where the next word would not have fitted") {
    CHECK(is_full_line("four word", "fives go on", 14));
    CHECK(!is_full_line("four word", "fives go on", 15));
}
