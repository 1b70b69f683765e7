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

std::string body_of(const std::string& html) {
    const auto tree = HtmlTree::parse(html);
    REQUIRE(tree);
    const HtmlBlocks page = html_blocks(*tree);
    std::string names;
    for (const HtmlBlock* block : html_body_blocks(*tree, page, find_html_body(*tree, page)))
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

TEST_CASE("a page without prose has no body") {
    const auto tree = HtmlTree::parse("<p>Home</p><p>About</p>");
    REQUIRE(tree);
    CHECK(find_html_body(*tree, html_blocks(*tree)) == 0);
}
