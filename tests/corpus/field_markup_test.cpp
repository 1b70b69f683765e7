#include "corpus/field_markup.hpp"

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("tags that are closed or written small are markup") {
    CHECK(without_markup("<p>One.</p><p>Two.</p>") == "One.\n\nTwo.");
    CHECK(without_markup("One.<br>Two.") == "One.\nTwo.");
    CHECK(without_markup("<P>One <B>bold</B> word.</P>") == "One bold word.");
    CHECK(without_markup("<a href=\"x\">A link</a>") == "A link");
}

TEST_CASE("codes of companies in brackets are text") {
    for (const char* text :
         {"USAIR <U> HAS NO COMMENT ON TWA <TWA> OFFER", "FIRST INTERSTATE <I>",
          "DU PONT <DD> UNIT", "<Video Superstore Inc>. Blockbuster said", "PHILLIPS <P> AND <BR>",
          "3 < 4 and 5 > 4", "<mail@a.example> <U>", "one </ two", "plain"}) {
        CAPTURE(text);
        CHECK(!without_markup(text));
    }
}

TEST_CASE("codes and addresses beside tags stay") {
    for (const char* code : {"<GOOG>", "<AAPL.O>", "<.DJI>", "<desk@paper.example>",
                             "<http://paper.example/>", "<https://paper.example/a>"}) {
        CAPTURE(code);
        const std::string text = std::string("Up ") + code + " on Monday.";
        CHECK(without_markup("<p>" + text + "</p>") == text);
    }
    CHECK(without_markup("<p>By <person>Ann</person>, <org id=\"7\">WTO</org><pb/></p>") ==
          "By Ann, WTO");
    CHECK(without_markup("<p>A <o:p>word</o:p> <my-note>more</p>") == "A word more");
}

TEST_CASE("words in place of attributes make no tag") {
    for (const char* text : {"if a<b and c>d then", "text a<i and j>k end", "x<s then y>z"}) {
        CAPTURE(text);
        CHECK(!without_markup(text));
    }
    CHECK(without_markup("<td nowrap>One</td>") == "One");
}

TEST_CASE("entities are resolved, and brackets beside them stay") {
    CHECK(without_markup("Marks &amp; Spencer <MRKS.L>") == "Marks & Spencer <MRKS.L>");
    CHECK(without_markup("AT&amp;T <T> up") == "AT&T <T> up");
    CHECK(without_markup("One.\nTwo &ndash; three.") == "One.\nTwo – three.");
    CHECK(!without_markup("AT&T up"));
}
