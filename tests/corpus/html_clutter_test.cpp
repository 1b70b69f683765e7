#include "corpus/html_clutter.hpp"

#include <string>

#include "tests/catch.hpp"

using namespace dateline;

namespace {

const std::string prose =
    "<p>Prose goes on for a while here, it has a comma or two, and it ends with a full stop.</p>";

std::vector<std::string> kept_of(const std::string& html) {
    const auto tree = HtmlTree::parse(html);
    REQUIRE(tree);
    const HtmlBlocks page = html_blocks(*tree);
    std::vector<const HtmlBlock*> blocks;
    for (const HtmlBlock& block : page.blocks)
        if (may_be_html_body(block)) blocks.push_back(&block);
    std::vector<std::string> texts;
    for (const HtmlBlock* block : without_html_clutter(*tree, blocks))
        texts.push_back(block->text.starts_with("Prose") ? "Prose" : block->text);
    return texts;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("links that stand alone go, links in text stay") {
    CHECK(kept_of(prose + "<p><a href=1>Another article</a></p><div><a href=2>Next</a></div>" +
                  prose) == Texts{"Prose", "Prose"});
    CHECK(
        kept_of(prose + "<p>See <a href=1>the report</a> of the council of the city.</p>").size() ==
        2);
}

TEST_CASE("lists of links go, lists of text stay") {
    CHECK(kept_of(
              prose +
              "<ul><li><a href=1>One article<li><a href=2>Two articles<li><a href=3>Three</ul>") ==
          Texts{"Prose"});
    CHECK(kept_of(prose + "<ul><li>Nuts<li>Bolts<li><a href=3>Screws</a></ul>") ==
          Texts{"Prose", "Nuts", "Bolts", "Screws"});
}

TEST_CASE("teasers, pointers, invitations and labels go") {
    CHECK(kept_of(prose +
                  "<div><h3><a href=1>Another article</a></h3><p>A line about it</p></div>" +
                  prose) == Texts{"Prose", "Prose"});
    CHECK(kept_of(prose + "<p>READ MORE: <a href=1>Another article</a></p>" + prose) ==
          Texts{"Prose", "Prose"});
    CHECK(kept_of(prose + "<p>Sign up for our <a href=1>newsletter</a></p>") == Texts{"Prose"});
    CHECK(kept_of(prose + "<p>Advertisement</p><p>***</p><p>Share</p>") == Texts{"Prose"});
    CHECK(kept_of(prose + "<p>This website uses cookies to improve your experience.</p>") ==
          Texts{"Prose"});
}

TEST_CASE("what a site says of itself goes at the edges, the same between sentences stays") {
    const std::string cookies =
        "<p>We use cookies on our website, which help to make your experience a better one.</p>";
    const std::string invitation = "<p>Sign up for <a href=1>the race</a> on Friday.</p>";
    CHECK(kept_of(cookies + prose + prose + invitation + cookies) == Texts{"Prose", "Prose"});
    CHECK(kept_of(prose + cookies + invitation + prose).size() == 4);
    CHECK(kept_of(prose + "<p>The harbour has 40 <a href=1>subscribers</a>.</p>").size() == 2);
}

TEST_CASE("headline, date and authors before the text go, paragraphs stay") {
    CHECK(kept_of("<div>Home</div><h1>The headline</h1><div>5 March</div><div>Mara Ellis</div>" +
                  prose) == Texts{"Prose"});
    CHECK(kept_of("<h1>The headline</h1><p>Short lead</p>" + prose) ==
          Texts{"Short lead", "Prose"});
    CHECK(kept_of(prose + "<h1>A chapter</h1>" + prose) == Texts{"Prose", "A chapter", "Prose"});
}

TEST_CASE("a heading right above the first sentence stays where it belongs to the text") {
    const std::string head = "<h1>The headline</h1><div>5 March</div>";
    CHECK(kept_of(head + "<h2>Why is it closed?</h2>" + prose) ==
          Texts{"Why is it closed?", "Prose"});
    CHECK(kept_of(head + "<h4>The piers</h4>" + prose + "<h4>The deck</h4>" + prose) ==
          Texts{"The piers", "Prose", "The deck", "Prose"});
    CHECK(kept_of(head + "<h4>Of the Herald</h4>" + prose) == Texts{"Prose"});
    CHECK(kept_of(head + "<div><h4>Of the Herald</h4></div>" + prose + "<h4>The deck</h4>" +
                  prose) == Texts{"Prose", "The deck", "Prose"});
    CHECK(kept_of("<h1>Why is it closed?</h1><div>5 March</div>" + prose) == Texts{"Prose"});
}

TEST_CASE("headings stay where something follows") {
    CHECK(kept_of(prose + "<h2>Ferries</h2>" + prose + "<h2>Related</h2>") ==
          Texts{"Prose", "Ferries", "Prose"});
}

TEST_CASE("notices after the last sentence go, the same between sentences stay") {
    CHECK(kept_of(prose + "<p>Related stories</p><p>Copyright © 2018, the Herald</p>") ==
          Texts{"Prose"});
    CHECK(kept_of(prose + "<p>Related stories</p>" + prose) ==
          Texts{"Prose", "Related stories", "Prose"});
}

TEST_CASE("briefs have short sentences only") {
    CHECK(kept_of("<div>Home</div><h1>The headline</h1><div>5 March</div><p>The bridge was closed "
                  "at noon.</p>") == Texts{"The bridge was closed at noon."});
}
