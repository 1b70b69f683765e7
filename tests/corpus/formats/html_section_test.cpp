#include "corpus/formats/html_section.hpp"

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("a section is one, or a few") {
    CHECK(html_section(" City ") == "City");
    CHECK(html_section("City, Traffic") == "City, Traffic");
}

TEST_CASE("many in a row are keywords, of which the first is the section") {
    CHECK(html_section("City, Traffic, bridge closed, harbour bridge") == "City");
    CHECK(html_section("Cakes,Desserts,Recipes,Sweets") == "Cakes");
}

TEST_CASE("where an article is shown is no section") {
    for (const char* name : {"Front Page", "HOME", "Uncategorized", "Startseite", ""})
        CHECK(html_section(name).empty());
}
