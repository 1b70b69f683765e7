#include "corpus/wrapped_lines.hpp"

#include <string>

#include "tests/catch.hpp"

using namespace dateline;

namespace {

const std::string prose =
    "The city library will stay open until ten in the evening from March, its\n"
    "director said on Monday. Students had asked for longer hours for years and\n"
    "for warmer rooms.";
const std::string ragged =
    "On a pro forma basis, Lindqvist said revenues for the year\n"
    "ended in spring would be approximately ten million crowns\n"
    "if its proposed purchases of mills and the like are consummated.";
const std::string list =
    "Port Ellen 2 Cowal 1, played in rain that did not stop\n"
    "Oslo 0 Bergen 0, called off for want of a ball and light\n"
    "Leith 3 Granton 4, after a goal that only some have seen";

bool wraps(const std::string& text) { return is_wrapped(split_lines(text)); }
bool wraps_raggedly(const std::string& text, std::size_t width) {
    return is_wrapped_raggedly(split_lines(text), width);
}

std::string joined(const std::string& text, std::size_t width) {
    LineHyphens hyphens(text);
    return join_wrapped_lines(split_lines(text), width, hyphens);
}

}  // namespace

TEST_CASE("lines that are as full as can be are wrapped prose") {
    CHECK(wraps(prose));
    CHECK(!wraps("One\ntwo\nthree"));
    CHECK(!wraps("A single line"));
}

TEST_CASE("ragged lines are prose where they go on in lower case") {
    CHECK(wraps_raggedly(ragged, 0));
    CHECK(wraps_raggedly(ragged, 65));
    CHECK(!wraps_raggedly(ragged, 100));
    CHECK(!wraps_raggedly(list, 0));
    CHECK(!wraps_raggedly(list, 65));
    CHECK(!wraps_raggedly("one line that is as long as any other line of the text", 0));
}

TEST_CASE("a short line that ends a sentence ends a paragraph") {
    CHECK(joined("The bridge at Cowal opened at noon.\nA second one\nis planned.", 60) ==
          "The bridge at Cowal opened at noon.\n\nA second one is planned.");
    CHECK(joined("A bridge for the govern-\nment and for bak-\ners", 24) ==
          "A bridge for the government and for bakers");
}
