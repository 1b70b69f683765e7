#include "corpus/shortcodes.hpp"

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("shortcodes go, what they enclose stays") {
    CHECK(without_shortcodes("A [color name=\"red\"]bridge[/color] burns.") == "A bridge burns.");
    CHECK(without_shortcodes("[gallery ids=\"1,2\" size='big']") == "");
    CHECK(without_shortcodes("[gallery ids=\"1,2\" /]The bridge.") == "The bridge.");
    CHECK(without_shortcodes("[box style=”wide”]One [box style=”x”]two[/box][/box]") == "One two");
}

TEST_CASE("buttons, links and captions go with their words") {
    CHECK(without_shortcodes("[button link=”http://a.example/” type=”big”] Send it[/button]") ==
          "");
    CHECK(without_shortcodes("See. [more url='/x']More[/more] End.") == "See.  End.");
    CHECK(without_shortcodes("[caption id=\"1\"]The pier[/caption]A pier.") == "A pier.");
    CHECK(without_shortcodes("[button type=\"x\"]Send it") == "Send it");
}

TEST_CASE("brackets of a text stay") {
    for (const char* text :
         {"", "[", "[]", "He [sic] said.", "[the mayor] said", "[/b] x", "a [x=1] b", "[a b=c]",
          "[a b=\"c]", "[a b=\"c\"", "[a b=\"c\"d=]", "[a ]b", "[note that x = \"1\"]"}) {
        INFO(text);
        CHECK(without_shortcodes(text) == text);
    }
}
