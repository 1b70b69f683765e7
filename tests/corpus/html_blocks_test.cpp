#include "corpus/html_blocks.hpp"

#include <string>

#include "tests/catch.hpp"

using namespace dateline;

namespace {

const std::string sentence =
    "The council voted for the repairs on Wednesday, and work on the bridge begins in May.";

std::vector<HtmlBlock> blocks_of(const std::string& html) {
    const auto tree = HtmlTree::parse(html);
    REQUIRE(tree);
    return html_blocks(*tree).blocks;
}

HtmlPurpose purpose_in(const std::string& before, const std::string& after) {
    // Another element has most of the page's prose.
    const std::string others = "<section><p>" + sentence + "</p><p>" + sentence + "</p></section>";
    for (const HtmlBlock& block : blocks_of(others + before + "<p>x " + sentence + "</p>" + after))
        if (block.text.starts_with("x ")) return block.purpose;
    FAIL("no such block");
    return {};
}

}  // namespace

TEST_CASE("blocks are what a page sets apart") {
    const auto blocks = blocks_of(
        "<h2>Head</h2>loose <b>text</b><p>one<br>line<br><br>two</p><ul><li>a<li>b</ul><pre>c\n "
        "d</pre>");
    std::vector<std::string> texts;
    for (const HtmlBlock& block : blocks) texts.push_back(block.text);
    CHECK(texts ==
          std::vector<std::string>{"Head", "loose text", "one\nline", "two", "a", "b", "c\n d"});
    CHECK(blocks[0].tag == HtmlTag::h2);
    CHECK(blocks[2].tag == HtmlTag::p);
    CHECK(blocks[4].tag == HtmlTag::li);
}

TEST_CASE("characters count without white space, those in links apart") {
    const auto blocks = blocks_of("<p>ab cd <a href=x>ef <i>g</i></a></p>");
    REQUIRE(blocks.size() == 1);
    CHECK(blocks[0].characters == 7);
    CHECK(blocks[0].link_characters == 3);
    CHECK(blocks[0].link_share() == Approx(3.0 / 7));
    CHECK(blocks[0].plain_characters() == 0);
}

TEST_CASE("cells stand in a row, unless the table lays out the page") {
    CHECK(blocks_of("<table><tr><td>a<td>b<tr><td>c<td>d</table>")[0].text == "a\tb");
    CHECK(blocks_of("<table><tr><td>menu<td><p>one<p>two</table>").size() == 3);
}

TEST_CASE("the nearest element that has a purpose hands it down") {
    CHECK(purpose_in("<div class=related><div>", "</div></div>") == HtmlPurpose::beside);
    CHECK(purpose_in("<div class='article-body'><aside>", "</aside></div>") == HtmlPurpose::beside);
    CHECK(purpose_in("<div id=comments>", "</div>") == HtmlPurpose::comments);
    CHECK(purpose_in("<figure><figcaption>", "</figcaption></figure>") == HtmlPurpose::caption);
    CHECK(purpose_in("<div itemprop=articleBody class=wide>", "</div>") == HtmlPurpose::article);
    CHECK(purpose_in("<div role=dialog>", "</div>") == HtmlPurpose::beside);
    CHECK(purpose_in("<div style='display:none'>", "</div>") == HtmlPurpose::beside);
    CHECK(purpose_in("<div>", "</div>") == HtmlPurpose::unknown);
}

TEST_CASE("what holds much of the prose is not beside it") {
    const auto blocks = blocks_of("<form class=sidebar><p>" + sentence + "</p></form>");
    REQUIRE(blocks.size() == 1);
    CHECK(blocks[0].purpose == HtmlPurpose::unknown);
    const auto comments = blocks_of("<p>" + sentence + "</p><div class=comments><p>" + sentence +
                                    "</p><p>" + sentence + "</p></div>");
    CHECK(comments[2].purpose == HtmlPurpose::comments);
}

TEST_CASE("what pops up over a word is no part of its sentence") {
    const auto blocks = blocks_of(
        "<p>Then <span class=rollover-people><a href=x>Mara Ellis</a><span class=rollover-block>"
        "<a href=x>Mara Ellis</a><a href=y>Her ships</a></span></span> spoke.</p>");
    REQUIRE(blocks.size() == 1);
    CHECK(blocks[0].text == "Then Mara Ellis spoke.");
    CHECK(blocks[0].link_characters == 9);
}

TEST_CASE("shortcodes are no text") {
    const auto blocks = blocks_of(
        "<p>[button link=”/kit”] Send it[/button]</p><p>One<br>[box size=”1”]two[/box]"
        "</p><pre>[a b=\"c\"]</pre>");
    REQUIRE(blocks.size() == 2);
    CHECK(blocks[0].text == "One\ntwo");
    CHECK(blocks[0].characters == 6);
    CHECK(blocks[1].text == "[a b=\"c\"]");
}

TEST_CASE("prose has sentences and few links") {
    const auto prose = [](const std::string& html) { return is_prose(blocks_of(html).at(0)); };
    CHECK(prose("<p>" + sentence));
    CHECK_FALSE(prose("<p>Home"));
    CHECK_FALSE(prose("<p>Too short."));
    CHECK_FALSE(prose("<p><a href=x>" + sentence + "</a>"));
    CHECK_FALSE(
        prose("<p>Politics Sport Weather Culture Travel Science Opinion Business Video Photos"));
}

TEST_CASE("short prose is a paragraph of a few words") {
    const auto is_short = [](const std::string& html) {
        const auto tree = HtmlTree::parse(html);
        REQUIRE(tree);
        return is_short_prose(html_blocks(*tree).blocks.at(0));
    };
    CHECK(is_short("<p>The bridge was closed at noon."));
    CHECK(is_short(
        "<p>The bridge was closed at noon and stays so for a very long time, as it seems"));
    CHECK_FALSE(is_short("<p>The bridge was closed at noon"));
    CHECK_FALSE(is_short("<div>The bridge was closed at noon.</div>"));
    CHECK_FALSE(is_short("<p><a href=1>The bridge was closed at noon.</a>"));
    CHECK_FALSE(is_short("<p>Terms of use."));
}
