#include "corpus/formats/feed_entry.hpp"

#include "corpus/formats/xml_document.hpp"
#include "tests/catch.hpp"
#include "tests/corpus/reading.hpp"

using namespace dateline;

namespace {

Article article_of(const std::string& entry, const std::string& feed) {
    const auto headers = read_feed_headers(feed);
    XmlDocument document;
    CHECK(document.parse(entry, 1).empty());
    XmlReading reading = read_feed_entry(document.root(), headers[0], test::read_options().dates);
    REQUIRE(reading.article);
    return *reading.article;
}

Article rss(const std::string& content) {
    return article_of("<item><title>T</title>" + content + "</item>",
                      "<rss><channel><title>Feed</title></channel></rss>");
}

Article atom(const std::string& content) {
    return article_of("<entry><title>T</title>" + content + "</entry>",
                      "<feed xml:base='https://a.example/'><title>Feed</title>"
                      "<author><name>Editors</name></author></feed>");
}

}  // namespace

TEST_CASE("the whole text is taken before what sums it up, unless it is empty") {
    CHECK(rss("<description>Short.</description><content:encoded>Long.</content:encoded>").body ==
          "Long.");
    CHECK(rss("<description>Short.</description><content:encoded> </content:encoded>").body ==
          "Short.");
    CHECK(atom("<summary>Short.</summary><content src='x'/>").body == "Short.");
    CHECK(rss("<body xmlns='http://www.w3.org/1999/xhtml'><p>a</p></body>").body == "a");
    CHECK(
        rss("<media:description>Picture.</media:description><description>D.</description>").body ==
        "D.");
}

TEST_CASE("the address is the alternate link, the origin of a proxy, or the permanent id") {
    CHECK(rss("<link> https://a.example/1 </link>").url == "https://a.example/1");
    CHECK(rss("<link>https://p.example/</link>"
              "<feedburner:origLink>https://a.example/1</feedburner:origLink>")
              .url == "https://a.example/1");
    CHECK(rss("<guid>https://a.example/1</guid>").url == "https://a.example/1");
    CHECK(rss("<guid isPermaLink='false'>https://a.example/1</guid>").url.empty());
    CHECK(rss("<guid>17</guid>").url.empty());
    CHECK(rss("<link></link><guid>https://a.example/1</guid>").url == "https://a.example/1");
    CHECK(
        atom("<link rel='self' href='s'/><link type='text/plain' href='p'/><link href='b'/>").url ==
        "https://a.example/b");
    CHECK(atom("<link rel='enclosure' href='s'/>").url.empty());
}

TEST_CASE("authors are joined, and in Atom inherited") {
    CHECK(atom("<author><name>A</name></author><author><name>B</name></author>").byline == "A, B");
    CHECK(atom("").byline == "Editors");
    CHECK(rss("<dc:creator>A</dc:creator><author>b@c.example</author>").byline == "b@c.example");
    CHECK(rss("").byline.empty());
}

TEST_CASE("section, source, id and language") {
    CHECK(rss("<category>A</category><category>B</category>").section == "A");
    CHECK(atom("<category term='t' label='L'/>").section == "L");
    CHECK(
        rss("<itunes:category text='Tech'><itunes:category text='x'/></itunes:category>").section ==
        "Tech");
    CHECK(rss("<source url='u'>Other</source>").source == "Other");
    CHECK(atom("<source><title>Other</title></source>").source == "Other");
    CHECK(rss("").source == "Feed");
    CHECK(rss("<guid>17</guid>").id == "17");
    CHECK(rss("<dc:language>pt-BR</dc:language>").language == "pt");
}

TEST_CASE("dates in every dialect of feeds") {
    const auto date = [](const std::string& text) {
        return iso_date(rss("<pubDate>" + text + "</pubDate>").date);
    };
    CHECK(date("Thu, 01 Jan 2004 19:48:21 GMT") == "2004-01-01T19:48:21Z");
    CHECK(date("Thu, 01 Jan 04 19:48:21 EST") == "2004-01-01T19:48:21-05:00");
    CHECK(date("Thu, 01 Jan 2004 19:48:21 NZDT") == "2004-01-01T19:48:21+13:00");
    CHECK(date("Sun Jan  4 16:29:06 2004") == "2004-01-04T16:29:06Z");
    CHECK(date("2003-12-31T10:14:55.2-08:00") == "2003-12-31T10:14:55-08:00");
    CHECK(date("2003-12-31T10:14Z") == "2003-12-31T10:14:00Z");
    CHECK(date("2003-12") == "2003-12");
    CHECK(iso_date(rss("<dc:date>2004-01-02</dc:date><pubDate>nonsense</pubDate>").date) ==
          "2004-01-02");
    CHECK(iso_date(atom("<updated>2004-02-01</updated><published>2004-01-01</published>").date) ==
          "2004-01-01");
}

TEST_CASE("an entry of CDF has its fields in attributes") {
    const Article article = article_of(
        "<ITEM HREF='/1' LASTMOD='2004-04-06T23:05:43-05:00' "
        "TITLE='T'><ABSTRACT>A.</ABSTRACT></ITEM>",
        "<CHANNEL BASE='http://a.example/'><TITLE>C</TITLE></CHANNEL>");
    CHECK(article.headline == "T");
    CHECK(article.body == "A.");
    CHECK(article.url == "http://a.example/1");
    CHECK(iso_date(article.date) == "2004-04-06T23:05:43-05:00");
    CHECK(article.source == "C");
}

TEST_CASE("an entry without headline and text is a skip") {
    const auto headers = read_feed_headers("<rss/>");
    XmlDocument document;
    document.parse("<item><link>https://a.example/</link></item>", 1);
    CHECK(read_feed_entry(document.root(), headers[0], {}).skip ==
          "an entry without headline and text");
}
