#include "corpus/formats/trec_headline.hpp"

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("a headline's byline stands below dashes") {
    const TrecHeadline split = split_trec_headline(
        " Shipping:\n@  Lines Sell Tankers\n@  ---\n@  Two Ships\n@  ----\n@  By Tom Okoro\n@  "
        "Staff");
    CHECK(split.headline == "Shipping: Lines Sell Tankers Two Ships");
    CHECK(split.byline == "Tom Okoro, Staff");
    CHECK(split_trec_headline("By the sea\n").headline == "By the sea");
    CHECK(split_trec_headline("").headline.empty());
}

TEST_CASE("paper and day before a headline are not of it") {
    CHECK(split_trec_headline("FT  14 MAY 91 / A bridge\nthat holds").headline ==
          "A bridge that holds");
    CHECK(split_trec_headline("FT journalists / others").headline == "FT journalists / others");
}
