#include "corpus/edit_distance.hpp"

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("the edit distance counts what was put in, left out and replaced") {
    CHECK(edit_distance("headline", "headline") == 0);
    CHECK(edit_distance("headlin", "headline") == 1);
    CHECK(edit_distance("hedaline", "headline") == 2);
    CHECK(edit_distance("", "body") == 4);
    CHECK(edit_distance("body", "") == 4);
}
