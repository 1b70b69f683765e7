#include "corpus/formats/warc.hpp"

#include <string>

#include "tests/catch.hpp"
#include "tests/corpus/reading.hpp"

using namespace dateline;

namespace {

std::string record(const std::string& type, const std::string& block,
                   const std::string& fields = "") {
    return "WARC/1.0\r\nWARC-Type: " + type + "\r\n" + fields +
           "Content-Length: " + std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
}

const std::string page =
    "<html><head><title>Bridge closed</title></head><body><p>The bridge is closed, said the mayor, "
    "and "
    "it will be so for a long time, since the repairs have not even begun.<p>Ferries cross the "
    "harbour "
    "all day, and soon all night, as long as the bridge is closed; they are free of charge for "
    "all, "
    "and they leave every ten minutes from the old pier, said the mayor.</body></html>";

std::string response(const std::string& body, const std::string& type = "text/html",
                     const std::string& status = "200 OK") {
    return record("response",
                  "HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\n\r\n" + body,
                  "WARC-Target-URI: https://a.example/x\r\nContent-Type: application/http; "
                  "msgtype=response\r\n");
}

std::string skip_of(const std::string& bytes) {
    const test::ReadEvents events = test::read_text(bytes);
    CHECK(events.articles.empty());
    REQUIRE(events.skips.size() == 1);
    return events.skips[0].reason;
}

}  // namespace

TEST_CASE("an archive is told from its first record") {
    CHECK(recognises_warc("WARC/1.0\r\n"));
    CHECK(recognises_warc("\r\nWARC/0.18\n"));
    CHECK_FALSE(recognises_warc("WARC/"));
    CHECK_FALSE(recognises_warc("A WARC/1.0"));
}

TEST_CASE("a response is an article with the address that was asked for, and its place") {
    const test::ReadEvents events = test::read_text(
        record("warcinfo", "") + record("request", "x") + response(page) + record("metadata", "y"));
    CHECK(events.format == "warc");
    REQUIRE(events.articles.size() == 1);
    CHECK(events.articles[0].url == "https://a.example/x");
    CHECK(events.articles[0].headline == "Bridge closed");
    CHECK(events.articles[0].origin.record == 3);
    CHECK(events.skips.empty());
    CHECK(events.rejections.empty());
}

TEST_CASE("the charset of the protocol counts") {
    std::string latin = page;
    latin.replace(latin.find("Bridge"), 6,
                  "Br\xFC"
                  "cke");
    const auto events = test::read_text(response(latin, "text/html; charset=iso-8859-1"));
    REQUIRE(events.articles.size() == 1);
    CHECK(events.articles[0].headline == "Brücke closed");
}

TEST_CASE("a response that is no page says why") {
    CHECK(skip_of(response(page, "text/html", "404 Not Found")) == "HTTP status 404");
    CHECK(skip_of(response("\x89PNG", "image/png")) == "content type image/png");
    CHECK(skip_of(response("", "text/html")) == "an empty response");
    CHECK(skip_of(response("<html><body></body></html>")) == "a page without text");
    CHECK(skip_of(record("revisit", "")) == "a revisit: the page is in an earlier record");
    CHECK(skip_of(record("continuation", "x")) == "a part of a record that was cut into several");
    CHECK(skip_of(record("odd", "x")) == "a record of type \"odd\"");
    CHECK(skip_of(record("request", "x")) == "holds no pages, only records about their capture");
}

TEST_CASE("responses of other formats are read as these") {
    const auto events = test::read_text(response(
        R"({"headline": "As JSON", "body": "Text.", "date": "2020-02-31"})", "application/json"));
    REQUIRE(events.articles.size() == 1);
    CHECK(events.articles[0].headline == "As JSON");
    CHECK(events.articles[0].origin.record == 1);
    REQUIRE(events.warnings.size() == 1);
    CHECK(events.warnings[0].origin.record == 1);
    CHECK(skip_of(response("WARC/1.0 within", "text/plain")) ==
          "a response in no known news format");
}

TEST_CASE("text that was made of a page has its title first") {
    const auto events = test::read_text(record(
        "conversion", "The title\nMenu\nA line of text.\n",
        "WARC-Target-URI: <https://a.example/y>\r\nWARC-Identified-Content-Language: deu,eng\r\n"));
    REQUIRE(events.articles.size() == 1);
    const Article& article = events.articles[0];
    CHECK(article.headline == "The title");
    CHECK(article.body.ends_with("A line of text."));
    CHECK(article.url == "https://a.example/y");
    CHECK(article.language == "de");
    CHECK(test::read_text(record("conversion", "hello")).articles.at(0).body == "hello");
    CHECK(skip_of(record("conversion", " \n")) == "an empty conversion");
}

TEST_CASE("a capture that was cut short is a warning") {
    const auto events = test::read_text(
        record("resource", page, "Content-Type: text/html\r\nWARC-Truncated: length\r\n"));
    REQUIRE(events.articles.size() == 1);
    REQUIRE(events.warnings.size() == 1);
    CHECK(events.warnings[0].reason == "the capture was cut short (length)");
}

TEST_CASE("damage is told, and the rest is read") {
    const auto events =
        test::read_text(response(page) + "noise\r\n" + response(page) +
                        record("response", "no HTTP", "Content-Type: application/http\r\n"));
    CHECK(events.articles.size() == 2);
    REQUIRE(events.rejections.size() == 2);
    CHECK(events.rejections[1].reason == "no HTTP response, although declared as one");
}
