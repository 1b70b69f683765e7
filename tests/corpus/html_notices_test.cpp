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
    for (const char* html : {"<p>Caption", "<p>ADVERTISEMENT", "<p>***", "<p>Lesezeit: 2 Minuten",
                             "<p>5 min read", "<p>READ MORE: <a href=1>Another article</a>",
                             "<p>Read more:", "<p><a href=1>Our newsletter for the harbour</a>!",
                             "<p>Your browser is out of date. Please get another one."}) {
        INFO(html);
        CHECK(is_html_notice(block_of(html)));
    }
    for (const char* html : {"<p>Captions are read by many people.", "<p>5 men read it.",
                             "<p>The reading time of the bill was 5 hours, and nobody left.",
                             "<p>More: the number of the injured rose to 14.",
                             "<p>Read more books, she said.", "<p>Watch: a storm is near."}) {
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

TEST_CASE("a site that speaks of its cookies is told from news about cookies") {
    for (const char* html :
         {"<p>This site uses cookies.", "<p>We use cookies to improve your experience.",
          "<p>By reading on you agree to our use of cookies.", "<p>Wir verwenden Cookies.",
          "<p>Mit dem Besuch stimmen Sie der Verwendung von Cookies zu.",
          "<p>Ce site utilise des cookies.", "<p>Utilizamos cookies propias y de terceros.",
          "<p>Questo sito utilizza i cookie.", "<p>Este site usa cookies.",
          "<p>Wij gebruiken cookies om de site te verbeteren."}) {
        INFO(html);
        CHECK(is_html_edge_notice(block_of(html)));
    }
    for (const char* html :
         {"<p>The browser will block cookies of other sites, which changes how they earn.",
          "<p>The bakers sold cookies at 40 sites of the city, and had none left on Friday.",
          "<p>Readers have to accept that sites without cookies forget them.",
          "<p>“We use cookies on our site, and so does everybody else,” the minister said."}) {
        INFO(html);
        CHECK_FALSE(is_html_edge_notice(block_of(html)));
    }
}

TEST_CASE("invitations ask the reader") {
    for (const char* html : {"<p>Sign up for our <a href=1>newsletter</a>.",
                             "<p>Subscribe to <a href=1>the Herald</a> today.",
                             "<p>The newsletter of the harbour: <a href=1>sign up here</a>.",
                             "<p>Mara Ellis writes of ships. Follow her on <a href=1>Twitter</a>.",
                             "<p>Hier für den Newsletter <a href=1>anmelden</a>."}) {
        INFO(html);
        CHECK(is_html_edge_notice(block_of(html)));
    }
    for (const char* html : {"<p>The ferry line had 40,000 <a href=1>subscribers in the city</a>.",
                             "<p>Subscribers may <a href=1>leave at any time</a>, it said.",
                             "<p>Sailors can sign up for <a href=1>the race</a> until Friday.",
                             "<p>The mayor announced it <a href=1>in his newsletter</a>."}) {
        INFO(html);
        CHECK_FALSE(is_html_edge_notice(block_of(html)));
        CHECK_FALSE(is_html_notice(block_of(html)));
    }
}
