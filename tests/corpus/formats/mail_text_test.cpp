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

TEST_CASE("what newsletters say of themselves is cut at both ends") {
    CHECK(without_newsletter_links("View in browser\n\nOne.\n\nTwo.\n\nUnsubscribe\n\nHerald, "
                                   "Port") == "One.\n\nTwo.\n\nHerald, Port");
    CHECK(without_newsletter_links("Im Browser ansehen\n\nEins.\n\nNewsletter abbestellen") ==
          "Eins.");
    CHECK(without_newsletter_links("Unsubscribe") == "Unsubscribe");
    CHECK(without_newsletter_links("One\ntwo.\n\nThree.") == "One\ntwo.\n\nThree.");
    std::string text = "One.";
    for (int i = 0; i < 4; ++i) text += "\n\nMany people unsubscribe.";
    for (int i = 0; i < 8; ++i) text += "\n\nTwo.";
    CHECK(without_newsletter_links(text).find("unsubscribe") != std::string::npos);
}
