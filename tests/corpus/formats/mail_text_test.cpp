#include "corpus/formats/mail_text.hpp"

#include <string>

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("flowed lines are joined") {
    CHECK(unflowed("Oil fell \r\nagain.\r\nGold \r\nrose.\r\n", false) ==
          "Oil fell again.\nGold rose.\n");
    CHECK(unflowed("Oel \nfaellt\n", true) == "Oelfaellt\n");
    CHECK(unflowed(" From here\n  two blanks\n >no quote\n", false) ==
          "From here\n two blanks\n>no quote\n");
}

TEST_CASE("quotations flow at their own depth") {
    CHECK(unflowed("> one \n> two\n>> deeper \nmine\n", false) == "> one two\n>> deeper \nmine\n");
}

TEST_CASE("the line before a signature does not flow") {
    CHECK(unflowed("The end. \n-- \nJane\n", false) == "The end. \n-- \nJane\n");
}

TEST_CASE("signatures are cut, separators are not") {
    CHECK(without_signatures("Text.\n-- \nJane\n") == "Text.\n");
    CHECK(without_signatures("Text.\r\n-- \r\nJane\r\n-- \r\nThe list\r\n") == "Text.\r\n");
    CHECK(without_signatures("Text.\n--\nJane\n") == "Text.\n--\nJane\n");
    CHECK(without_signatures("Oil -- \nfell.\n") == "Oil -- \nfell.\n");
    CHECK(without_signatures("-- \nJane") == "");
    std::string items = "First.\n-- \n";
    for (int i = 0; i < 20; ++i) items += "Second.\n";
    CHECK(without_signatures(items) == items);
}
