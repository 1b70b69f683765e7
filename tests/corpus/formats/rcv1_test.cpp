#include "corpus/formats/rcv1.hpp"

#include "tests/catch.hpp"
#include "tests/corpus/reading.hpp"

using namespace dateline;
using dateline::test::read_text;

namespace {

std::string item(const std::string& content) {
    return "<newsitem itemid='5' date='1996-11-04' xml:lang='es'>" + content + "</newsitem>";
}

}  // namespace

TEST_CASE("a news item gives its fields") {
    const auto events = read_text(
        item("<title>USA: A.</title><headline>A.</headline><byline>By Ada Marsh</byline>"
             "<dateline>PORT ELLERY, Nov 4</dateline><text><p>One.</p><p>Two.</p></text>"
             "<metadata><codes class='bip:topics:1.0'><code code='C15'/><code code='GCAT'/></codes>"
             "<dc element='dc.source' value='Wire'/></metadata>"));
    CHECK(events.format == "rcv1");
    REQUIRE(events.articles.size() == 1);
    const Article& article = events.articles[0];
    CHECK(article.headline == "A.");
    CHECK(article.body == "One.\n\nTwo.");
    CHECK(article.byline == "Ada Marsh");
    CHECK(article.place == "PORT ELLERY");
    CHECK(article.section == "Government/Social; C15");
    CHECK(article.source == "Wire");
    CHECK(article.id == "5");
    CHECK(article.language == "es");
    CHECK(iso_date(article.date) == "1996-11-04");
    CHECK(article.origin.record == 0);
}

TEST_CASE("what is missing comes from where else it is") {
    const auto events = read_text(
        "<newsitem><title>USA: A.</title><metadata>"
        "<codes class='bip:topics:1.0'><code code='C15'/></codes>"
        "<dc element='dc.publisher' value='Wire plc'/><dc element='dc.creator.location' value='X'/>"
        "<dc element='dc.date.published' value='1996-11-04'/></metadata></newsitem>");
    REQUIRE(events.articles.size() == 1);
    const Article& article = events.articles[0];
    CHECK(article.headline == "USA: A.");
    CHECK(article.section == "C15");
    CHECK(article.source == "Wire plc");
    CHECK(article.place == "X");
    CHECK(iso_date(article.date) == "1996-11-04");
}

TEST_CASE("items one after the other are read one by one, a broken one aside") {
    const std::string good = item("<headline>A</headline>");
    const auto events = read_text(good + "\n" + item("<headline>B") + good);
    CHECK(events.articles.size() == 2);
    REQUIRE(events.rejections.size() == 1);
    CHECK(events.rejections[0].origin.record == 2);
    CHECK(events.rejections[0].origin.line == 2);
}

TEST_CASE("an item without text is a skip") {
    CHECK(read_text(item("")).skips.at(0).reason == "a news item without headline and text");
}

TEST_CASE("RCV1 is told by its root element, which NewsML spells otherwise") {
    CHECK(recognises_rcv1("<?xml version='1.0'?><newsitem itemid='1'>"));
    CHECK_FALSE(recognises_rcv1("<newsItem guid='1'>"));
    CHECK_FALSE(recognises_rcv1("<NewsItem>"));
}
