#include "corpus/html_notices.hpp"

#include <string>

#include "tests/catch.hpp"

using namespace dateline;

namespace {

HtmlBlock block_of(const std::string& html) {
    const auto tree = HtmlTree::parse(html);
    REQUIRE(tree);
    const HtmlBlocks page = html_blocks(*tree);
    REQUIRE(page.blocks.size() == 1);
    return page.blocks[0];
}

}  // namespace

TEST_CASE("labels, pointers and reading times are notices anywhere") {
    for (const char* html :
         {"<p>Caption", "<p>ADVERTISEMENT", "<p>***", "<p>Lesezeit: 2 Minuten", "<p>5 min read",
          "<p>READ MORE: <a href=1>Another article</a>", "<p>This site uses cookies.",
          "<p>Your browser is out of date. Please get another one."}) {
        INFO(html);
        CHECK(is_html_notice(block_of(html)));
    }
    for (const char* html : {"<p>Captions are read by many people.", "<p>5 men read it.",
                             "<p>The reading time of the bill was 5 hours, and nobody left."}) {
        INFO(html);
        CHECK_FALSE(is_html_notice(block_of(html)));
    }
}

TEST_CASE("what pages say after an article is a notice at its end") {
    for (const char* html :
         {"<p>RELATED STORIES", "<p>Ähnliche Artikel:", "<p>You may also like",
          "<p>Nie mehr etwas verpassen? Dann hol dir den <a href=1>Newsletter</a> ins Haus!",
          "<p>Notice: comments that offend others will not be approved by the moderator.",
          "<p>Tags: <a href=1>Bridges</a>, <a href=2>Ferries</a>",
          "<p>Copyright © 2018. All rights reserved."}) {
        INFO(html);
        CHECK(is_html_end_notice(block_of(html)));
    }
    for (const char* html : {"<p>Related stories were told by three others on the same day.",
                             "<p>The newsletter of the city appears on Fridays.",
                             "<p>The mayor did not comment.", "<p>Copyright is a right."}) {
        INFO(html);
        CHECK_FALSE(is_html_end_notice(block_of(html)));
    }
}
