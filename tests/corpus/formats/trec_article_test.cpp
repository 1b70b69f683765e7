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

TEST_CASE("notes and captions of pictures are text only where there is no other") {
    CHECK(article_of("<TEXT>Text.</TEXT><GRAPHIC>Photo.</GRAPHIC><MEMO>Memo.</MEMO>").body ==
          "Text.");
    CHECK(article_of("<GRAPHIC>Photo.</GRAPHIC>").body == "Photo.");
}

TEST_CASE("a city of its own element is the place only for want of a dateline") {
    CHECK(article_of("<CITY> Oslo </CITY><TEXT>Text.</TEXT>").place == "Oslo");
    CHECK(article_of("<CITY>Oslo</CITY><DATELINE>BERGEN (AP)</DATELINE><TEXT>Text.</TEXT>").place ==
          "BERGEN");
    CHECK(article_of("<CITY>Oslo</CITY><TEXT>BERGEN (AP) - It rained.</TEXT>").place.empty());
}

TEST_CASE("addresses in brackets are text") {
    CHECK(article_of("<TEXT>Write to <ida@post.example> or <http://post.example/>.</TEXT>").body ==
          "Write to <ida@post.example> or <http://post.example/>.");
}

TEST_CASE("the head of a translated text is no text") {
    const Article article = article_of(
        "<DOCNO> FBIS3-9 </DOCNO><TEXT>\nLanguage: <F P=105> Spanish </F>\nArticle Type:BFN\n"
        "<F P=106> [By Carla Prado] </F>\n[Text] Lima, 1 Mar (AND) -- It rained all day, people\n"
        "say.\n   It went on.\n</TEXT>");
    CHECK(article.byline == "Carla Prado");
    CHECK(article.body == "Lima, 1 Mar (AND) -- It rained all day, people say.\n\nIt went on.");
}

TEST_CASE("few lines that are wrapped flush left are joined") {
    CHECK(
        article_of("<TEXT>\nThe ferry line of the northern islands, 81 per cent owned by the "
                   "harbour of\nEllery, said yesterday that it means to buy two ships in the "
                   "next\nfour years.\nMr Lind said: 'It is good.' Some of it will be\nspent "
                   "here.\n</TEXT>")
            .body ==
        "The ferry line of the northern islands, 81 per cent owned by the harbour of Ellery, said "
        "yesterday that it means to buy two ships in the next four years.\n\nMr Lind said: 'It "
        "is good.' Some of it will be spent here.");
    CHECK(article_of("<TEXT>\nOne line of a short text\nand another of it.\n</TEXT>").body ==
          "One line of a short text and another of it.");
    CHECK(article_of("<TEXT>\nAnn Lee\nBob Ray\nCarl Moe\n</TEXT>").body ==
          "Ann Lee\nBob Ray\nCarl Moe");
}
