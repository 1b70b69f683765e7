#include "corpus/edit_distance.hpp"

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("edits are insertions, deletions, replacements and exchanges") {
    CHECK(edit_distance("headline", "headline", 2) == 0);
    CHECK(edit_distance("headlin", "headline", 2) == 1);
    CHECK(edit_distance("headlines", "headline", 2) == 1);
    CHECK(edit_distance("headlina", "headline", 2) == 1);
    CHECK(edit_distance("hedaline", "headline", 2) == 1);
    CHECK(edit_distance("bagdat", "baghdad", 2) == 2);
    CHECK(edit_distance("", "body", 9) == 4);
    CHECK(edit_distance("body", "", 9) == 4);
}

TEST_CASE("a distance beyond the most is one more") {
    CHECK(edit_distance("headlin", "headline", 0) == 1);
    CHECK(edit_distance("bagdat", "baghdad", 1) == 2);
    CHECK(edit_distance("", "abc", 2) == 3);
    CHECK(edit_distance("abcdef", "uvwxyz", 3) == 4);
}

TEST_CASE("edits are of characters, not of bytes") {
    CHECK(edit_distance("M\u00fcller", "Muller", 2) == 1);
    CHECK(edit_distance("\u5317\u4eac", "\u4eac\u5317", 2) == 1);
}
