#include "corpus/section_keywords.hpp"

#include "tests/catch.hpp"

using namespace dateline;

using Names = std::vector<std::string>;
using Values = std::vector<std::string_view>;

TEST_CASE("the sections of an article are one text, each name once") {
    CHECK(joined_sections(Names{"cocoa", "grain"}) == "cocoa; grain");
    CHECK(joined_sections(Names{"cocoa", "", "cocoa"}) == "cocoa");
    CHECK(joined_sections(Names{}).empty());
}

TEST_CASE("a section is found by the whole text and by each name") {
    CHECK(section_values("cocoa; grain") == Values{"cocoa; grain", "cocoa", "grain"});
    CHECK(section_values("World News") == Values{"World News"});
    CHECK(section_values("a;b") == Values{"a;b"});
    CHECK(section_values("").empty());
}
