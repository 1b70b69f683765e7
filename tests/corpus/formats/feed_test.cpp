#include "corpus/formats/feed.hpp"

#include "tests/catch.hpp"
#include "tests/corpus/reading.hpp"

using namespace dateline;
using dateline::test::headlines;
using dateline::test::read_text;

namespace {
using Strings = std::vector<std::string>;
}

TEST_CASE("each entry is a record, a broken one costs itself only") {
    const auto events = read_text(
        "<rss><channel>\n<item><title>A</title></item>\n<item><link></item>\n"
        "<item><title>C</title></item></channel></rss>");
    CHECK(events.format == "feed");
    CHECK(headlines(events) == Strings{"A", "C"});
    REQUIRE(events.rejections.size() == 1);
    CHECK(events.rejections[0].origin.line == 3);
    CHECK(events.rejections[0].origin.record == 2);
    CHECK(events.articles[1].origin.record == 3);
}

TEST_CASE("markup that nobody escaped or closed is read as HTML") {
    const auto events = read_text(
        "<rss><channel><item><title>A & <i>B</title><description><p>One<p>Two & R&D"
        "</description></item></channel></rss>");
    REQUIRE(events.articles.size() == 1);
    CHECK(events.articles[0].headline == "A & B");
    CHECK(events.articles[0].body == "One\n\nTwo & R&D");
}

TEST_CASE("a feed cut short gives its whole entries and one rejection") {
    const auto events =
        read_text("<feed><entry><title>A</title></entry><entry><title>B</title><summ");
    CHECK(headlines(events) == Strings{"A"});
    REQUIRE(events.rejections.size() == 1);
    CHECK(events.rejections[0].reason == "the file ends before </entry>");
}

TEST_CASE("a feed without entries is a skip, one that breaks off before any a rejection") {
    CHECK(read_text("<rss><channel/></rss>").skips.at(0).reason == "a feed without entries");
    CHECK(read_text("<rss><channel>").rejections.at(0).reason == "the file ends before </rss>");
}

TEST_CASE("the warning for an entity comes right before its article") {
    const auto events = read_text("<rss><item><title>&lol;</title></item></rss>");
    CHECK(events.warnings.at(0).origin.record == 1);
    CHECK(headlines(events) == Strings{"&lol;"});
}

TEST_CASE("feeds are told by their root element") {
    for (const std::string_view head :
         {"<rss version='2.0'>",
          "<?xml version='1.0'?>\n<feed xmlns='http://www.w3.org/2005/Atom'>", "<CHANNEL HREF='a'>",
          "<entry xmlns='http://www.w3.org/2005/Atom'>",
          "<rdf:RDF xmlns:rdf='x' xmlns='http://purl.org/rss/1.0/'>",
          "<rdf:RDF xmlns='http://my.netscape.com/rdf/simple/0.9/'>"})
        CHECK(recognises_feed(head));
    for (const std::string_view head : {"<rdf:RDF xmlns='http://xmlns.com/foaf/0.1/'>", "<html>",
                                        "<opml>", "<entry>", "rss", "{\"rss\": \"<rss>\"}"})
        CHECK_FALSE(recognises_feed(head));
}
