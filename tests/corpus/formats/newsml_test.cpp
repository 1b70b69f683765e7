#include "corpus/formats/newsml.hpp"

#include "tests/catch.hpp"
#include "tests/corpus/reading.hpp"

using namespace dateline;
using dateline::test::read_text;

namespace {

const std::string text_set =
    "<contentSet><inlineData contenttype='text/plain'>Text.</inlineData></contentSet>";

std::string item(const std::string& item_meta, const std::string& content_meta,
                 const std::string& content = text_set, const std::string& rest = {}) {
    return "<newsItem guid='g' xml:lang='en'><itemMeta>" + item_meta + "</itemMeta><contentMeta>" +
           content_meta + "</contentMeta>" + content + rest + "</newsItem>";
}

Article article_of(const std::string& text) {
    const auto events = read_text(text);
    CHECK(events.format == "newsml");
    REQUIRE(events.articles.size() == 1);
    return events.articles[0];
}

std::string skip_of(const std::string& text) {
    const auto events = read_text(text);
    CHECK(events.articles.empty());
    REQUIRE(events.skips.size() == 1);
    return events.skips[0].reason;
}

}  // namespace

TEST_CASE("items that are no article are skipped with what they are") {
    CHECK(skip_of("<packageItem/>") == "a package of other items");
    CHECK(skip_of("<planningItem/>") == "a planning item");
    CHECK(skip_of("<conceptItem/>") == "a concept item");
    CHECK(skip_of("<knowledgeItem/>") == "a knowledge item, which holds concepts");
    CHECK(skip_of("<catalogItem/>") == "a catalog item");
    CHECK(skip_of(item("<itemClass qcode='ninat:picture'/>", "<headline>A</headline>", "")) ==
          "a picture item without text");
    CHECK(skip_of(item("<itemClass qcode='ninat:animation'/>", "", "")) ==
          "an animation item without text");
    CHECK(skip_of(item("<itemClass qcode='ninat:text'/>", "", "")) == "a text item without text");
    CHECK(skip_of(item("", "", "<contentSet><remoteContent href='a'/></contentSet>")) ==
          "a text item whose text is in another file");
    CHECK(skip_of(item("<pubStatus qcode='stat:canceled'/>", "<headline>A</headline>")) ==
          "an item that its publisher has canceled");
    CHECK(skip_of("<newsMessage><header/></newsMessage>") == "a news message without items");
}

TEST_CASE("a text item may be a headline, or a headline and what sums it up") {
    CHECK(article_of(item("", "<headline>Flash</headline>", "")).headline == "Flash");
    const std::string meta =
        "<headline>A</headline><description role='drol:caption'>No.</description>"
        "<description role='drol:summary'>Sum.</description>";
    CHECK(article_of(item("", meta, "")).body == "Sum.");
    CHECK(article_of(item("", meta)).body == "Text.");
}

TEST_CASE("the date is that of the content, then of the item's first version, then of this one") {
    const std::string created = "<contentCreated>2019-03-11T08:45:00Z</contentCreated>";
    const std::string first = "<firstCreated>2019-03-12</firstCreated>";
    const std::string version = "<versionCreated>2019-03-13</versionCreated>";
    CHECK(iso_date(article_of(item(version + first, created)).date) == "2019-03-11T08:45:00Z");
    CHECK(iso_date(article_of(item(version + first, "")).date) == "2019-03-12");
    CHECK(iso_date(article_of(item(version, "")).date) == "2019-03-13");
}

TEST_CASE("names are taken in the item's language") {
    const Article article =
        article_of(item("",
                        "<language tag='de'/><headline xml:lang='en'>A</headline>"
                        "<headline xml:lang='de'>B</headline><subject qcode='medtop:1'>"
                        "<name xml:lang='en'>c</name><name xml:lang='de'>d</name></subject>"));
    CHECK(article.language == "de");
    CHECK(article.headline == "B");
    CHECK(article.section == "d");
}

TEST_CASE("the section is a subject and no person") {
    CHECK(article_of(item("",
                          "<subject type='cpnat:person'><name>A</name></subject>"
                          "<subject><mainConcept><name>b</name></mainConcept></subject>"))
              .section == "b");
    CHECK(article_of(item("", "<subject qcode='subj:15007000'/>")).section == "sport");
}

TEST_CASE("the source is the provider, or whoever else is named") {
    const std::string info = "<infoSource><name>Info</name></infoSource>";
    CHECK(article_of(item("<provider><name>Prov</name></provider>", info)).source == "Prov");
    CHECK(article_of(item("<provider qcode='p:X'/>", info)).source == "Info");
    CHECK(article_of(item("<provider qcode='p:X'/>", "")).source == "X");
    CHECK(article_of(item("<provider uri='http://www.wire.example/about'/>", "")).source ==
          "wire.example");
}

TEST_CASE("byline and place are of the item before its content") {
    const std::string nitf =
        "<contentSet><inlineXML><nitf><body><body.head><hedline><hl1>Inner</hl1></hedline>"
        "<byline>By Inner</byline></body.head><body.content><p>Text.</p></body.content></body>"
        "</nitf></inlineXML></contentSet>";
    const Article plain = article_of(item("", "<located><name>Ellery</name></located>", nitf));
    CHECK(plain.headline == "Inner");
    CHECK(plain.byline == "Inner");
    CHECK(plain.place == "Ellery");
    CHECK(plain.language == "en");
    const Article outer = article_of(item(
        "", "<headline>Outer</headline><by>By Outer</by><dateline>OSLO, Monday</dateline>", nitf));
    CHECK(outer.headline == "Outer");
    CHECK(outer.byline == "Outer");
    CHECK(outer.place == "OSLO");
    CHECK(article_of(item("", "<creator><name>A</name></creator><creator><name>B</name></creator>"))
              .byline == "A, B");
}

TEST_CASE("NewsML is told by its root element, and so are its parts") {
    for (const std::string_view head :
         {"<newsItem>", "<n:newsMessage xmlns:n='x'>", "<NewsML>", "<contentSet>", "<groupSet>"})
        CHECK(recognises_newsml(head));
    for (const std::string_view head : {"<newsitem>", "<nitf>", "<rss>", "newsItem"})
        CHECK_FALSE(recognises_newsml(head));
    CHECK(is_newsml_item("newsItem"));
    CHECK_FALSE(is_newsml_item("newsMessage"));
}
