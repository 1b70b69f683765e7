#include "corpus/html_headline.hpp"

#include <string>

#include "tests/catch.hpp"

using namespace dateline;

namespace {

std::string headline_of(const std::string& html, std::string_view linked = {},
                        std::uint32_t body = 0) {
    const auto tree = HtmlTree::parse(html);
    REQUIRE(tree);
    return html_headline(HtmlMetadata(*tree), linked, body);
}

}  // namespace

TEST_CASE("the name of the site goes, a part of the headline stays") {
    CHECK(without_site_name("Bridge closed | The Port Herald", "Port Herald", "", false) ==
          "Bridge closed | The Port Herald");
    CHECK(without_site_name("Bridge closed | Port Herald", "Port Herald", "", false) ==
          "Bridge closed");
    CHECK(without_site_name("Bridge closed - City - Port Herald", "Port Herald", "", true) ==
          "Bridge closed - City");
    CHECK(without_site_name("Bridge closed - portherald", "", "https://www.portherald.example/a",
                            false) == "Bridge closed");
    CHECK(without_site_name("Port Herald » Bridge closed", "Port Herald", "", false) ==
          "Bridge closed");
    CHECK(without_site_name("Bridge closed - what now?", "Herald", "", false) ==
          "Bridge closed - what now?");
    CHECK(without_site_name("The harbour bridge is closed for two years | Herald", "", "", true) ==
          "The harbour bridge is closed for two years");
}

TEST_CASE("texts say the same that share most words of the shorter") {
    CHECK(says_the_same("Bridge closed for years", "Harbour BRIDGE closed!"));
    CHECK_FALSE(says_the_same("Bridge closed", "Ferry open"));
    CHECK_FALSE(says_the_same("", "Ferry"));
}

TEST_CASE("the heading that the metadata confirm is the headline") {
    CHECK(headline_of("<title>Bridge closed</title><h1>The Herald</h1><h1>Bridge is closed</h1>") ==
          "Bridge is closed");
    CHECK(headline_of("<title>Bridge closed</title><h1>Menu</h1>") == "Bridge closed");
    CHECK(headline_of("<h1>Bridge\n closed</h1>") == "Bridge closed");
    CHECK(headline_of("<title>x</title>", "Bridge closed") == "Bridge closed");
    CHECK(headline_of("<p>text").empty());
}

TEST_CASE("a lone heading before the body counts without being confirmed") {
    const std::string page = "<title>SEO words</title><h1>The bridge of the harbour is closed</h1>";
    CHECK(headline_of(page, "", 20) == "The bridge of the harbour is closed");
    CHECK(headline_of(page, "", 0) == "SEO words");
}

TEST_CASE("the node of the heading is that of the article among others") {
    const auto tree = HtmlTree::parse(
        "<title>Bridge closed</title><h1>Bridge closed for years</h1><h1>Bridge "
        "closed</h1><h1>Ferry open</h1>");
    REQUIRE(tree);
    const HtmlMetadata metadata(*tree);
    const auto text_below = [&](std::uint32_t node) { return tree->nodes()[node + 1].text; };
    CHECK(text_below(html_headline_node(metadata, {})) == "Bridge closed");
    CHECK(text_below(html_headline_node(metadata, "Ferry open!")) == "Ferry open");
    CHECK(text_below(html_heading_node(metadata, "Ferry open")) == "Ferry open");
    CHECK(html_heading_node(metadata, "Ferry") == 0);
}
