#include "corpus/formats/json_numbers.hpp"

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("what is not a number becomes null, outside of strings only") {
    CHECK(
        null_for_not_a_number(R"({"a": NaN, "NaN": "say \"NaN\"", "b": [Infinity, -Infinity]})") ==
        R"({"a": null, "NaN": "say \"NaN\"", "b": [null, null]})");
    CHECK(null_for_not_a_number("NaN") == "null");
}

TEST_CASE("a record without them stays") {
    CHECK(!null_for_not_a_number(R"({"a": -1, "b": "NaN", "c": "Infinity"})"));
    CHECK(!null_for_not_a_number(R"({"a": "no end NaN)"));
    CHECK(!null_for_not_a_number(""));
}
