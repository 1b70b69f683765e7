#include "corpus/formats/json_mending.hpp"

#include "tests/catch.hpp"

using namespace dateline;

namespace {

std::string mended(std::string_view record) {
    const auto result = mended_json(record);
    return result ? result->text : "as it was";
}

}  // namespace

TEST_CASE("what is not a number becomes null, outside of strings only") {
    CHECK(mended(R"({"a": NaN, "NaN": "say \"NaN\"", "b": [Infinity, -Infinity]})") ==
          R"({"a": null, "NaN": "say \"NaN\"", "b": [null, null]})");
    CHECK(mended("NaN") == "null");
    CHECK(mended_json("NaN")->loss.empty());
}

TEST_CASE("whole numbers that fit no integer become strings") {
    CHECK(mended(R"({"a": 123456789012345678901, "b": -12345678901234567890})") ==
          R"({"a": "123456789012345678901", "b": "-12345678901234567890"})");
    CHECK(mended("[0.123456789012345678901234, 1e30, 12345678901234567]") == "as it was");
}

TEST_CASE("halves of surrogate pairs become U+FFFD, whole pairs stay") {
    CHECK(mended(R"({"a": "x\ud83dy\ude00z"})") == R"({"a": "x\ufffdy\ufffdz"})");
    CHECK(mended(R"({"a": "\ud83d\ud83d\ude00"})") == R"({"a": "\ufffd\ud83d\ude00"})");
    CHECK(mended(R"({"a": "\uD83D"})") == R"({"a": "\ufffd"})");
    CHECK(mended(R"({"a": "\ud83d\ude00 \\ud83d \u00e4"})") == "as it was");
    CHECK(mended_json(R"("\ud83d")")->loss == "has halves of surrogate pairs");
}

TEST_CASE("control characters in strings become blanks") {
    CHECK(mended("{\t\"a\": \"x\ty\x01\"}") == "{\t\"a\": \"x y \"}");
    CHECK(mended_json("\"\t\\udc00\"")->loss ==
          "has halves of surrogate pairs and control characters");
}

TEST_CASE("a record without these stays") {
    CHECK(!mended_json(R"({"a": -1, "b": "NaN", "c": "Infinity"})"));
    for (const char* text :
         {"", "{", "\"", "\"\\", "\"\\u", "\"\\ud8", "{\"a\": \"no end NaN", "-"})
        CHECK(!mended_json(text));
}
