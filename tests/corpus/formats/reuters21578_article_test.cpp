#include "corpus/formats/reuters21578_article.hpp"

#include "tests/catch.hpp"
#include "tests/corpus/reading.hpp"

using namespace dateline;

namespace {

SgmlReading reading_of(std::string_view text) {
    return read_reuters21578_article(text, " NEWID=\"5\"", test::read_options().dates);
}

Article article_of(std::string_view text) {
    const SgmlReading reading = reading_of(text);
    INFO(reading.problem);
    REQUIRE(reading.article);
    return *reading.article;
}

}  // namespace

TEST_CASE("the fields of a wire story are read") {
    const Article article = article_of(
        "<DATE>26-FEB-1987 15:01:01.79</DATE><TOPICS><D>grain</D><D>ship</D></TOPICS>"
        "<PLACES><D>norway</D></PLACES><UNKNOWN>&#5;C</UNKNOWN><TEXT>&#2;\n"
        "<TITLE>LINDQVIST &lt;LQV> SHIPS</TITLE><AUTHOR>    By Ida Lind, Reuters</AUTHOR>"
        "<DATELINE>    OSLO, Feb 26 - </DATELINE><BODY>One.\n    Two.\n "
        "Reuter\n&#3;</BODY></TEXT>");
    CHECK(article.id == "5");
    CHECK(article.source == "Reuters");
    CHECK(article.headline == "LINDQVIST <LQV> SHIPS");
    CHECK(article.section == "grain; ship");
    CHECK(article.place == "OSLO");
    CHECK(article.byline == "Ida Lind, Reuters");
    CHECK(article.body == "One.\n\nTwo.");
    CHECK(iso_date(article.date) == "1987-02-26T15:01:01Z");
}

TEST_CASE("where a story is about is its place only for want of a dateline") {
    const std::string places = "<PLACES><D>usa</D><D>italy</D></PLACES>";
    CHECK(article_of(places +
                     "<TEXT TYPE=\"UNPROC\">&#2;\nLINDQVIST 1ST QTR\n"
                     "    PORT ELLERY, N.Y., March 2 - Lindqvist said it sails.\n&#3;</TEXT>")
              .place.empty());
    CHECK(article_of(places + "<BODY>One ship sails.</BODY>").place == "usa; italy");
}

TEST_CASE("the first line is as long as the dateline makes it") {
    CHECK(
        article_of(
            "<DATELINE>    SAN FRANCISCO, March 13 - </DATELINE><BODY>Lindqvist Lines said today\n"
            "its two ships have ended their talks with the bakers of\nPort Ellen.</BODY>")
            .body ==
        "Lindqvist Lines said today its two ships have ended their talks with the bakers of Port "
        "Ellen.");
}

TEST_CASE("the agency's name at the end is no text") {
    for (const char* end : {" REUTER\n&#3;", "\nreuter^M\n", "REUTER...", "\n\n  Reuter \n"}) {
        CAPTURE(end);
        CHECK(article_of(std::string("<BODY>Text.\n") + end + "</BODY>").body == "Text.");
    }
    CHECK(article_of("<BODY>He told a Reuter</BODY>").body == "He told a");
    CHECK(article_of("<BODY>He told Reuters</BODY>").body == "He told Reuters");
}

TEST_CASE("texts that were left unprocessed have their headline in capitals") {
    const Article brief = article_of(
        "<TEXT TYPE=\"BRIEF\">&#2;\n******<TITLE>MILL REOPENS\n</TITLE>"
        "Blah blah blah.\n&#3;\n\n</TEXT>");
    CHECK(brief.headline == "MILL REOPENS");
    CHECK(brief.body.empty());
    const Article flash = article_of(
        "<TEXT TYPE=\"UNPROC\">&#2;\n161125******MILL &lt;MIL>\nREOPENS\n"
        "    OSLO, April 8 \n    Shr 1 cts\n&#3;\n</TEXT>");
    CHECK(flash.headline == "MILL <MIL> REOPENS");
    CHECK(flash.body == "OSLO, April 8\nShr 1 cts");
    const Article run_on = article_of(
        "<TEXT TYPE=\"UNPROC\">&#2;\nMILL REOPENS IN MAY LONDON,\n"
        "March 16 - The mill reopens.\n</TEXT>");
    CHECK(run_on.headline == "MILL REOPENS IN MAY");
    CHECK(run_on.body.starts_with("LONDON,"));
}

TEST_CASE("a date may have a note behind it") {
    const Article article =
        article_of("<DATE> 9-APR-1987 11:06:39.06    # added as guesswork</DATE><TITLE>A</TITLE>");
    CHECK(iso_date(article.date) == "1987-04-09T11:06:39Z");
}

TEST_CASE("a wire story without text is a problem that names it") {
    CHECK(reading_of("<DATE>26-FEB-1987</DATE>").problem ==
          "has neither headline nor text (NEWID 5)");
}
