#include "corpus/formats/trec.hpp"

#include <string>

#include "tests/catch.hpp"
#include "tests/corpus/reading.hpp"

using namespace dateline;

TEST_CASE("TREC's records are told from content") {
    for (const char* head :
         {"<DOC>\n<DOCNO> A </DOCNO>", "\n<doc>\n<docno>A</docno>", "<DOC id=\"A\" type=\"story\">",
          "<!-- x --><ROOT><DOC><TEXT>", "cut off\n</DOC>\n<DOC>\n<DOCNO>A</DOCNO>"}) {
        CAPTURE(head);
        CHECK(recognises_trec(head));
    }
    for (const char* head :
         {"", "<DOC", "<DOC>", "<DOCNO>A</DOCNO>", "<add><doc><field name=\"id\">1</field></doc>",
          "<html><body><p>text</p></body></html>", "{\"a\": \"<DOC><DOCNO>\"}",
          "Text about <DOC> and <DOCNO>", "<REUTERS NEWID=\"1\">",
          "<rss><channel><title>x</title>"}) {
        CAPTURE(head);
        CHECK(!recognises_trec(head));
    }
}

TEST_CASE("a stream of records is read in order") {
    const auto events = test::read_text(
        "<DOC><DOCNO>A</DOCNO><TEXT>One.</TEXT></DOC>\n<DOC><DOCNO>B</DOCNO></DOC>\n"
        "<DOC><DOCNO>C</DOCNO><HEAD>Three</HEAD></DOC>\n");
    CHECK(events.format == "trec sgml");
    REQUIRE(events.articles.size() == 2);
    CHECK(events.articles[0].id == "A");
    CHECK(events.articles[1].origin.record == 3);
    CHECK(events.articles[1].origin.line == 3);
    REQUIRE(events.rejections.size() == 1);
    CHECK(events.rejections[0].origin.record == 2);
}

TEST_CASE("attributes of a record are in any charset too") {
    const auto events =
        test::read_text("<DOC id=\"A\xE9-1\" type=\"story\">\n<TEXT>\nText.\n</TEXT>\n</DOC>\n");
    REQUIRE(events.articles.size() == 1);
    CHECK(events.articles[0].id == "Aé-1");
}
