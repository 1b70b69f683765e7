#include "corpus/formats/newsml1.hpp"

#include "corpus/formats/xml_document.hpp"
#include "tests/catch.hpp"
#include "tests/corpus/reading.hpp"

using namespace dateline;

namespace {

XmlReading reading(const std::string& content) {
    XmlDocument document;
    CHECK(document.parse(("<NewsItem>" + content + "</NewsItem>"), 1).empty());
    return read_newsml1_item(document.root(), test::read_options().dates);
}

const std::string text = "<ContentItem><DataContent><p>A.</p><p>B.</p></DataContent></ContentItem>";

}  // namespace

TEST_CASE("text is found in any component, captions are no text") {
    const XmlReading found = reading(
        "<NewsComponent><ContentItem><MediaType FormalName='Photo'/><DataContent>c</DataContent>"
        "</ContentItem><NewsComponent>" +
        text + "</NewsComponent></NewsComponent>");
    REQUIRE(found.article);
    CHECK(found.article->body == "A.\n\nB.");
    CHECK(reading("<ContentItem><MediaType FormalName='Photo'/></ContentItem>").skip ==
          "an item of media type Photo without text");
    CHECK(reading("").skip == "a news item without headline and text");
}

TEST_CASE("fields of an item of NewsML 1") {
    const XmlReading found = reading(
        "<Identification><NewsIdentifier><ProviderId>p.example</ProviderId>"
        "<DateId>20030501</DateId><NewsItemId>n</NewsItemId></NewsIdentifier></Identification>"
        "<NewsComponent xml:lang='de'><NewsLines><HeadLine>H</HeadLine><ByLine>By Ada</ByLine>"
        "</NewsLines><DescriptiveMetadata><SubjectCode><SubjectDetail FormalName='15054000'/>"
        "</SubjectCode><Location><Property FormalName='City' Value='Oslo'/></Location>"
        "</DescriptiveMetadata>" +
        text + "</NewsComponent>");
    REQUIRE(found.article);
    CHECK(found.article->headline == "H");
    CHECK(found.article->byline == "Ada");
    CHECK(found.article->id == "n");
    CHECK(found.article->source == "p.example");
    CHECK(found.article->section == "sport");
    CHECK(found.article->place == "Oslo");
    CHECK(found.article->language == "de");
    CHECK(iso_date(found.article->date) == "2003-05-01");
}

TEST_CASE("what is canceled is no article") {
    CHECK(reading("<Status FormalName='Canceled'/>" + text).skip ==
          "an item that its publisher has canceled");
}
