#include "corpus/formats/nitf.hpp"

#include "tests/catch.hpp"
#include "tests/corpus/reading.hpp"

using namespace dateline;
using dateline::test::read_text;

namespace {

std::string nitf(const std::string& head, const std::string& body_head,
                 const std::string& body_content) {
    return "<nitf><head>" + head + "</head><body><body.head>" + body_head +
           "</body.head><body.content>" + body_content + "</body.content></body></nitf>";
}

Article article_of(const std::string& text) {
    const auto events = read_text(text);
    CHECK(events.format == "nitf");
    REQUIRE(events.articles.size() == 1);
    return events.articles[0];
}

Article with_head(const std::string& head) { return article_of(nitf(head, "", "<p>Text.</p>")); }
Article with_body_head(const std::string& body_head) {
    return article_of(nitf("", body_head, "<p>Text.</p>"));
}

}  // namespace

TEST_CASE("the date is that of publication, then of issue, then of release") {
    const std::string issue = "<date.issue norm='20190311T084500Z'/>";
    const std::string release = "<date.release norm='20190312'/>";
    CHECK(iso_date(with_head("<docdata>" + release + issue + "</docdata>").date) ==
          "2019-03-11T08:45:00Z");
    CHECK(iso_date(with_head("<docdata>" + release + "</docdata>").date) == "2019-03-12");
    CHECK(iso_date(with_head("<pubdata date.publication='20190310T000000'/><docdata>" + issue +
                             "</docdata>")
                       .date) == "2019-03-10");
    CHECK(iso_date(with_head("<meta name='publication_year' content='1994'/>"
                             "<meta name='publication_month' content='3'/>"
                             "<meta name='publication_day_of_month' content='2'/>")
                       .date) == "1994-03-02");
    CHECK(iso_date(with_body_head("<dateline><story.date norm='20190309'/></dateline>").date) ==
          "2019-03-09");
}

TEST_CASE("a date in the wrong form leaves the article undated with a warning") {
    const auto events =
        read_text(nitf("<docdata><date.issue norm='20191399'/></docdata>", "", "<p>Text.</p>"));
    CHECK(events.articles.size() == 1);
    CHECK(events.warnings.size() == 1);
}

TEST_CASE("a block with the full text is the body, and what repeats it is not") {
    CHECK(article_of(nitf("", "",
                          "<block class='lead_paragraph'><p>Lead.</p></block>"
                          "<block class='full_text'><p>Lead.</p><p>Rest.</p></block>"))
              .body == "Lead.\n\nRest.");
    CHECK(article_of(nitf("", "", "<block class='lead_paragraph'><p>Lead.</p></block>")).body ==
          "Lead.");
}

TEST_CASE("the deck stands before the text, the abstract only in its place") {
    CHECK(with_body_head("<hedline><hl1>One</hl1><hl2>Two</hl2></hedline>").body == "Two\n\nText.");
    CHECK(with_body_head("<hedline><hl1>One</hl1><hl2 class='online_headline'>1</hl2></hedline>")
              .body == "Text.");
    CHECK(with_body_head("<abstract><p>Short.</p></abstract>").body == "Text.");
    CHECK(article_of(nitf("", "<abstract><p>Short.</p></abstract>", "")).body == "Short.");
}

TEST_CASE("a headline is hl1, or else what there is") {
    CHECK(with_body_head("<hedline><hl1>A <em>b</em></hl1></hedline>").headline == "A b");
    CHECK(with_body_head("<hedline><hl2>Deck</hl2></hedline>").headline == "Deck");
    CHECK(with_head("<title>Title</title>").headline == "Title");
}

TEST_CASE("a byline is the printed one, without what authors do") {
    CHECK(with_body_head("<byline class='normalized_byline'>Penn, Otis</byline>"
                         "<byline class='print_byline'>By OTIS PENN</byline>")
              .byline == "OTIS PENN");
    CHECK(with_body_head("<byline>By <person>Ada Marsh</person>, <byttl>Staff</byttl></byline>")
              .byline == "Ada Marsh");
    CHECK(with_body_head("<byline><bytag>By Ada Marsh</bytag></byline>").byline == "Ada Marsh");
    CHECK(with_body_head("<byline><byttl>Sports Wire</byttl></byline>").byline == "Sports Wire");
}

TEST_CASE("place, source, section and id come from where they are") {
    CHECK(with_body_head("<dateline><location>Port Ellery</location>, Monday</dateline>").place ==
          "Port Ellery");
    CHECK(with_body_head("<dateline>LOWER HOLLOW, March 11</dateline>").place == "LOWER HOLLOW");
    CHECK(with_head("<docdata><doc.copyright holder='Wire'/></docdata>").source == "Wire");
    CHECK(with_head("<pubdata name='Ledger' ex-ref='http://a.example/1'/>").source == "Ledger");
    CHECK(with_head("<pubdata ex-ref='http://a.example/1'/>").url == "http://a.example/1");
    CHECK(with_head("<meta name='online_sections' content='Front Page; Arts'/>").section == "Arts");
    CHECK(with_head("<meta name='online_sections' content='Front Page'/>").section == "Front Page");
    CHECK(with_head("<tobject><tobject.subject tobject.subject.type='Sport'/></tobject>").section ==
          "Sport");
    CHECK(with_head("<docdata><doc-id id-string='7'/></docdata>").id == "7");
}

TEST_CASE("NITF is told by its root element") {
    CHECK(recognises_nitf("<?xml version='1.0'?><!DOCTYPE nitf SYSTEM 'x'><nitf>"));
    CHECK_FALSE(recognises_nitf("<newsItem><nitf>"));
}
