#include "searcher/query_word.hpp"

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("the signs of a bare word are told from the word") {
    struct Row {
        const char* word;
        WordMatch match;
        const char* text;
        std::uint32_t edits;
        const char* boost;
    };
    for (const Row& row : {Row{"nato", WordMatch::stem, "nato", 0, ""},
                           {"=nato", WordMatch::form, "nato", 0, ""},
                           {"wor*", WordMatch::pattern, "wor*", 0, ""},
                           {"*tion", WordMatch::pattern, "*tion", 0, ""},
                           {"w?rd", WordMatch::pattern, "w?rd", 0, ""},
                           {"bagdad~", WordMatch::fuzzy, "bagdad", 1, ""},
                           {"bagdad~2", WordMatch::fuzzy, "bagdad", 2, ""},
                           {"nato^2", WordMatch::stem, "nato", 0, "2"},
                           {"=nato^0.5", WordMatch::form, "nato", 0, "0.5"},
                           {"bagdad~2^3", WordMatch::fuzzy, "bagdad", 2, "3"}}) {
        const BareWord read = read_bare_word(row.word);
        INFO(row.word);
        CHECK_FALSE(read.problem);
        CHECK(read.match == row.match);
        CHECK(read.text == row.text);
        CHECK(read.edits == row.edits);
        CHECK(read.boost == row.boost);
    }
}

TEST_CASE("punctuation that people type is part of the word") {
    for (const auto* word : {"won?", "what?!", "near", "adj", "w/o", "w/", "n/a", "and/or", "a~b",
                             "x^y", "=", "~", "^", "R&D", "caps", "atleast3", "C++", "10:30"}) {
        const BareWord read = read_bare_word(word);
        INFO(word);
        CHECK_FALSE(read.problem);
        CHECK(read.match == WordMatch::stem);
        CHECK(read.text == word);
        CHECK_FALSE(near_operator(word));
    }
}

TEST_CASE("a wrong sign is named where it stands") {
    const auto offset_of = [](const char* word) {
        const BareWord read = read_bare_word(word);
        INFO(word);
        REQUIRE(read.problem);
        CHECK_FALSE(read.problem->hint.empty());
        return read.problem->offset;
    };
    CHECK(offset_of("*") == 0);
    CHECK(offset_of("al-Q*") == 2);
    CHECK(offset_of("word~3") == 4);
    CHECK(offset_of("word~0") == 4);
    CHECK(offset_of("wor*d~1") == 3);
    CHECK(offset_of("~3") == 0);
    CHECK(offset_of("^2") == 0);
}

TEST_CASE("operators of nearness have many names") {
    const auto reads = [](const char* word, Reach reach, std::uint32_t distance, bool is_ordered) {
        const auto near = near_operator(word);
        INFO(word);
        REQUIRE(near);
        CHECK(near->reach == reach);
        CHECK(near->distance == distance);
        CHECK(near->is_ordered == is_ordered);
    };
    reads("w/5", Reach::words, 5, false);
    reads("W/12", Reach::words, 12, false);
    reads("near/3", Reach::words, 3, false);
    reads("NEAR", Reach::words, 10, false);
    reads("pre/3", Reach::words, 3, true);
    reads("ADJ/2", Reach::words, 2, true);
    reads("ADJ", Reach::words, 1, true);
    reads("w/s", Reach::sentence, 0, false);
    reads("W/P", Reach::paragraph, 0, false);
    reads("pre/s", Reach::sentence, 0, true);
    reads("w/0", Reach::words, 0, false);
    reads("w/10001", Reach::words, 0, false);
}

TEST_CASE("a count of atleast is a number within bounds") {
    CHECK(at_least_count("atleast3") == 3);
    CHECK(at_least_count("ATLEAST12") == 12);
    CHECK(at_least_count("atleast0") == 0);
    CHECK(at_least_count("atleast99999") == 0);
    CHECK_FALSE(at_least_count("atleast"));
    CHECK_FALSE(at_least_count("atleastx"));
    CHECK_FALSE(at_least_count("most3"));
}

TEST_CASE("boosts read back as they are written, up to three decimals") {
    for (const std::uint32_t thousandths : {1U, 10U, 500U, 999U, 1000U, 1250U, 2000U, 1'000'000U}) {
        INFO(thousandths);
        CHECK(read_boost(boost_text(thousandths)) == thousandths);
    }
    CHECK(boost_text(2000) == "2");
    CHECK(boost_text(1250) == "1.25");
    for (const auto* bad : {"", "0", "0.0001", "1001", "1.2.3", "x", ".", ".5"}) {
        INFO(bad);
        CHECK_FALSE(read_boost(bad));
    }
}
