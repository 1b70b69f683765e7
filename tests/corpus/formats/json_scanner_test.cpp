#include "corpus/formats/json_scanner.hpp"

#include <string>

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("a value ends at the same byte however its text is cut into pieces") {
    for (const std::string value :
         {R"({})", R"({"a":"}]\"\\","b":[{"c":"\\\\\""}]})", R"([[],"[",{"x":1}])", R"("a\"b\\")",
          R"({"quote \\\" and \\":"\\"})"}) {
        const std::string text = value + ", {\"next\": 1}";
        for (std::size_t cut = 1; cut < value.size(); ++cut) {
            JsonScanner scanner;
            const std::size_t first = scanner.scan(std::string_view(text).substr(0, cut));
            REQUIRE(first == cut);
            REQUIRE(!scanner.ended());
            CHECK(cut + scanner.scan(std::string_view(text).substr(cut)) == value.size());
            CHECK(scanner.ended());
            CHECK(!scanner.is_broken());
        }
    }
}

TEST_CASE("a raw newline in a string is broken, in white space it is not") {
    JsonScanner broken;
    CHECK(broken.scan("{\"a\": \"x\n\"}") == 8);
    CHECK(broken.is_broken());
    JsonScanner pretty;
    CHECK(pretty.scan("{\n\"a\":\n1}") == 9);
    CHECK(pretty.ended());
}

TEST_CASE("a value without an end takes all there is") {
    JsonScanner scanner;
    CHECK(scanner.scan("{\"a\": [1, 2}") == 12);
    CHECK(!scanner.ended());
}
