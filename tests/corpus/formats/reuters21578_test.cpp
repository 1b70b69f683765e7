#include "corpus/formats/reuters21578.hpp"

#include "tests/catch.hpp"
#include "tests/corpus/reading.hpp"

using namespace dateline;

TEST_CASE("Reuters-21578 is told from content") {
    CHECK(recognises_reuters21578("<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n<REUTERS NEWID=\"1\">"));
    CHECK(!recognises_reuters21578("<DOC><DOCNO>"));
    CHECK(!recognises_reuters21578("REUTERS <REUTERS NEWID=\"1\">"));
}

TEST_CASE("records follow one another") {
    const auto events = test::read_text(
        "<REUTERS NEWID=\"1\"><TEXT><TITLE>A</TITLE></TEXT></REUTERS>\n"
        "<REUTERS NEWID=\"2\"><TEXT><TITLE>B</TITLE></TEXT></REUTERS>\n");
    CHECK(events.format == "reuters-21578");
    CHECK(test::headlines(events) == std::vector<std::string>{"A", "B"});
}
