#include "corpus/formats/feed_header.hpp"

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("a header is read before, between and after the entries") {
    const auto headers = read_feed_headers(
        "<rss xml:base='https://a.example/b/'><channel><title>A</title><item><title>x</title>"
        "</item><language>de-AT</language><item/></channel></rss>");
    REQUIRE(headers.size() == 1);
    CHECK(headers[0].title == "A");
    CHECK(headers[0].language == "de");
    CHECK(headers[0].base == "https://a.example/b/");
    CHECK(headers[0].dialect == FeedDialect::rss);
}

TEST_CASE("each feed of a file has its header") {
    const auto headers = read_feed_headers(
        "<feed xml:lang='fr'><title>A</title><author><name>Ada</name></author><entry/></feed>\n"
        "<CHANNEL><TITLE>B</TITLE></CHANNEL>\n");
    REQUIRE(headers.size() == 2);
    CHECK(headers[0].title == "A");
    CHECK(headers[0].byline == "Ada");
    CHECK(headers[0].language == "fr");
    CHECK(headers[0].dialect == FeedDialect::atom);
    CHECK(headers[1].title == "B");
    CHECK(headers[1].dialect == FeedDialect::cdf);
}

TEST_CASE("the title is the feed's own, in RSS 1.0 too") {
    CHECK(read_feed_headers("<rss><channel><image><title>No</title></image><m:title>No</m:title>"
                            "<title>A</title></channel></rss>")[0]
              .title == "A");
    CHECK(read_feed_headers("<r:RDF><c:channel xmlns:c='http://purl.org/rss/1.0/'>"
                            "<c:title>A</c:title></c:channel></r:RDF>")[0]
              .title == "A");
}

TEST_CASE("a header that breaks off gives what comes before") {
    CHECK(read_feed_headers("<rss><channel><title>A</title><descr")[0].title == "A");
    CHECK(read_feed_headers("<rss><channel><title>A</title><item>x")[0].title == "A");
    CHECK(read_feed_headers("").size() == 1);
}

TEST_CASE("links are relative to the feed's own address") {
    CHECK(read_feed_headers("<feed><link href='https://a.example/'/>"
                            "<link rel='self' href='https://a.example/b/feed'/></feed>")[0]
              .base == "https://a.example/b/feed");
    CHECK(read_feed_headers("<rss><channel><link>https://a.example/</link></channel></rss>")[0]
              .base == "https://a.example/");
}

TEST_CASE("entries are told by their name") {
    CHECK(is_feed_entry("item"));
    CHECK(is_feed_entry("ITEM"));
    CHECK(is_feed_entry("entry"));
    CHECK_FALSE(is_feed_entry("items"));
}

TEST_CASE("of thousands of feeds in one file the first have headers") {
    std::string text;
    for (int i = 0; i < 10'000; ++i) text += "<rss></rss>";
    CHECK(read_feed_headers(text).size() == 64);
}
