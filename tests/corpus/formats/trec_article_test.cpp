#include "corpus/formats/trec_article.hpp"

#include "tests/catch.hpp"
#include "tests/corpus/reading.hpp"

using namespace dateline;

namespace {

SgmlReading reading_of(std::string_view text, std::string_view attributes = "") {
    return read_trec_article(text, attributes, test::read_options().dates);
}

Article article_of(std::string_view text, std::string_view attributes = "") {
    const SgmlReading reading = reading_of(text, attributes);
    INFO(reading.problem);
    REQUIRE(reading.article);
    return *reading.article;
}

}  // namespace

TEST_CASE("every field of a record is read") {
    const Article article = article_of(
        "<DOCNO> AP880315-0001 </DOCNO><FILEID>no</FILEID><HEAD>Ferries &amp; Bread</HEAD>"
        "<BYLINE>By MARA ELLIS</BYLINE><BYLINE>AP Writer</BYLINE><DATELINE>OSLO (AP) </DATELINE>"
        "<SECTION> Front; Page 1 </SECTION><LEADPARA>Lead.</LEADPARA><TEXT>Text.</TEXT>"
        "<CAPTION>Photo.</CAPTION>");
    CHECK(article.id == "AP880315-0001");
    CHECK(article.headline == "Ferries & Bread");
    CHECK(article.byline == "MARA ELLIS, AP Writer");
    CHECK(article.place == "OSLO");
    CHECK(article.section == "Front");
    CHECK(article.source == "Associated Press");
    CHECK(iso_date(article.date) == "1988-03-15");
    CHECK(article.body == "Lead.\n\nText.\n\nPhoto.");
}

TEST_CASE("of several elements of a kind the better one counts") {
    CHECK(article_of("<HEAD>a</HEAD><HEADLINE>b</HEADLINE>").headline == "b");
    CHECK(article_of("<HEADLINE> </HEADLINE><HEAD>a</HEAD>").headline == "a");
    CHECK(article_of("<H3> <TI> POLLS ON </TI></H3><H4> FARES </H4>").headline == "POLLS ON FARES");
    CHECK(article_of("<TEXT>a <DOCTITLE>b</DOCTITLE></TEXT>").headline == "b");
}

TEST_CASE("a source is named without page and day") {
    CHECK(article_of("<HL>a</HL><SO> HARBOUR POST (J), PAGE C6 </SO>").source == "HARBOUR POST");
    CHECK(article_of("<HL>a</HL><JOURNAL>Harbour News  August 21 1989 v8 n17</JOURNAL>").source ==
          "Harbour News");
}

TEST_CASE("an id may stand in the tag, a text outside of any element") {
    const Article article = article_of("\n<DOCOLDNO>x</DOCOLDNO>Some text.\n", " id=\"doc2\"");
    CHECK(article.id == "doc2");
    CHECK(article.body == "Some text.");
}

TEST_CASE("a record without text is a problem that names it") {
    CHECK(reading_of("<DOCNO>X-1</DOCNO><TEXT> </TEXT>").problem ==
          "has neither headline nor text (DOCNO X-1)");
    CHECK(reading_of("").problem == "has neither headline nor text");
}

TEST_CASE("a TREC date that cannot be read is a warning") {
    const SgmlReading reading = reading_of("<DATE>31 February 1990</DATE><TEXT>a</TEXT>");
    REQUIRE(reading.warnings.size() == 1);
    CHECK(reading.warnings[0].find("no 31 February") != std::string::npos);
}
