#include "corpus/html_body.hpp"

#include <string>

#include "tests/catch.hpp"

using namespace dateline;

namespace {

std::string paragraph(const std::string& name) {
    return "<p>" + name +
           " is a paragraph of the article, which has a few words, a comma, and a full stop at its "
           "end.</p>";
}

std::string body_of(const std::string& html, std::string_view headline = {},
                    std::string_view url = {}) {
    const auto tree = HtmlTree::parse(html);
    REQUIRE(tree);
    const HtmlBlocks page = html_blocks(*tree);
    HtmlOwnArticle own{0, url};
    for (const HtmlBlock& block : page.blocks)
        if (block.text == headline) own.headline = block.parent;
    std::string names;
    for (const HtmlBlock* block : html_body_blocks(*tree, page, find_html_body(*tree, page, own)))
        names += block->text.substr(0, block->text.find(' ')) + ' ';
    return names;
}

}  // namespace

TEST_CASE("the body is where most prose is, close together") {
    CHECK(body_of("<div><ul><li><a href=1>Menu</a></ul></div><div>" + paragraph("One") +
                  paragraph("Two") + "</div><aside>" + paragraph("Beside") + "</aside>") ==
          "One Two ");
}

TEST_CASE("sections of one article make one body") {
    CHECK(body_of("<article><div>" + paragraph("One") + paragraph("Two") + "</div><div>" +
                  paragraph("Three") + "</div></article><div>" + paragraph("Beside") + "</div>") ==
          "One Two Three ");
}

TEST_CASE("other articles of a list are not the body") {
    const std::string one = paragraph("One") + paragraph("Two") + paragraph("Three");
    std::string page = "<main><article>" + one + "</article>";
    for (int i = 0; i < 5; ++i) page += "<article>" + paragraph("Other") + "</article>";
    CHECK(body_of(page + "</main>") == "One Two Three ");
}

TEST_CASE("a body may have no elements for its paragraphs") {
    CHECK(body_of(
              "<div>One is a line of text, of which there are some more, and it has an end.<br><br>"
              "Two is a line of text, of which there are some more, and it has an end.</div>") ==
          "One Two ");
}

TEST_CASE("of articles in full the page's own is the one with its headline or address") {
    const auto article = [](const std::string& name, int paragraphs) {
        std::string html = "<div class=block data-url=https://a.example/" + name +
                           "><article><h1>" + name + "</h1>";
        for (int i = 0; i < paragraphs; ++i) html += paragraph(name);
        return html + "</article></div>";
    };
    const std::string page = "<main>" + article("One", 3) + article("Two", 6) + "</main>";
    CHECK(body_of(page) == "Two Two Two Two Two Two ");
    CHECK(body_of(page, "One") == "One One One ");
    CHECK(body_of(page, "", "https://a.example/One") == "One One One ");
    CHECK(body_of(page, "Two") == "Two Two Two Two Two Two ");
}

TEST_CASE("a headline with a summary apart from the text does not make a body of the summary") {
    CHECK(body_of("<main><header><h1>Bridge</h1>" + paragraph("Summary") + paragraph("More") +
                      "</header><div>" + paragraph("One") + paragraph("Two") + paragraph("Three") +
                      paragraph("Four") + "</div></main>",
                  "Bridge") == "One Two Three Four ");
}

TEST_CASE("a page without prose has no body") {
    const auto tree = HtmlTree::parse("<p>Home</p><p>About</p>");
    REQUIRE(tree);
    CHECK(find_html_body(*tree, html_blocks(*tree)) == 0);
}

TEST_CASE("a few words make a body where a page has no longer ones") {
    CHECK(body_of("<ul><li><a href=1>Menu</a></ul><div><p>One bridge was closed at noon.</p>"
                  "<p>Two others stay open, said the mayor.</p></div>") == "One Two ");
}
