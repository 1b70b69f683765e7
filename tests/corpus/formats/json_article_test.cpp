#include "corpus/formats/json_article.hpp"

#include <string>

#include "corpus/date.hpp"
#include "tests/catch.hpp"
#include "tests/corpus/reading.hpp"

using namespace dateline;

namespace {

JsonReading reading_of(const std::string& json) {
    JsonArticleParser parser(test::read_options().dates);
    JsonRecord record;
    record.bytes = json;
    record.readable_bytes = json.size();
    record.origin.offset = 1000;
    return parser.parse(record);
}

Article article_of(const std::string& json) {
    const JsonReading reading = reading_of(json);
    INFO(json << ": " << reading.problem);
    REQUIRE(reading.article);
    return *reading.article;
}

}  // namespace

TEST_CASE("every field is read under its usual names") {
    const Article article = article_of(
        R"({"_id": {"$oid": "5f3"}, "webUrl": "https://a.example/1", "webTitle": "A headline",
            "datePublished": "2020-01-05T10:00:00+02:00", "articleBody": "One.\n\nTwo.",
            "author": [{"@type": "Person", "name": "Mara Ellis"}, "Tom Okoro"],
            "publisher": {"name": "Harbour Post"}, "articleSection": ["World", "Iraq"],
            "inLanguage": "en-GB", "location": {"name": "Baghdad"}, "views": 3})");
    CHECK(article.id == "5f3");
    CHECK(article.url == "https://a.example/1");
    CHECK(article.headline == "A headline");
    CHECK(iso_date(article.date) == "2020-01-05T10:00:00+02:00");
    CHECK(article.body == "One.\n\nTwo.");
    CHECK(article.byline == "Mara Ellis, Tom Okoro");
    CHECK(article.source == "Harbour Post");
    CHECK(article.section == "World");
    CHECK(article.language == "en");
    CHECK(article.place == "Baghdad");
}

TEST_CASE("of several keys the first in the table counts that is not empty") {
    CHECK(article_of(R"({"description": "Sum.", "body": "All."})").body == "All.");
    CHECK(article_of(R"({"body": " ", "description": "Sum."})").body == "Sum.");
    CHECK(article_of(R"({"text": null, "maintext": "M.", "content": {}})").body == "M.");
    CHECK(article_of(R"({"title": "T", "headline": {"main": null, "name": "H"}})").headline == "H");
    CHECK(article_of(R"({"title": "T", "authors": [], "byline": "By Ida Lind"})").byline ==
          "Ida Lind");
}

TEST_CASE("numbers are ids and dates") {
    const Article article =
        article_of(R"({"title": "T", "id": 12345, "timestamp": 1578225600.75})");
    CHECK(article.id == "12345");
    CHECK(iso_date(article.date) == "2020-01-05T12:00:00Z");
    CHECK(article_of(R"({"title": "T", "id": 18446744073709551615})").id == "18446744073709551615");
    CHECK(iso_date(article_of(R"({"title": "T", "created_at": 1578225600000})").date) ==
          "2020-01-05T12:00:00Z");
}

TEST_CASE("paragraphs may be an array") {
    CHECK(article_of(R"({"body": ["One.", "", {"text": "Two."}, null, "Three."]})").body ==
          "One.\n\nTwo.\n\nThree.");
}

TEST_CASE("escapes are undone and control characters cleaned") {
    const Article article = article_of(
        R"({"title": "A\u0000B\tC \u201cD\u201d", "body": "\ud83d\ude00\r\n\r\nx\u0007y"})");
    CHECK(article.headline == "A B C “D”");
    CHECK(article.body == "😀\n\nxy");
}

TEST_CASE("a date that cannot be read leaves the article undated, with a warning") {
    const JsonReading reading = reading_of(R"({"title": "T", "date": "5/1/2020"})");
    REQUIRE(reading.article);
    CHECK(!reading.article->date.known());
    CHECK(reading.article->date.raw == "5/1/2020");
    CHECK(reading.warning.find("\"5/1/2020\" is ambiguous") != std::string::npos);
    CHECK(reading.warning.find("--date-order dmy or mdy") != std::string::npos);
    CHECK(reading_of(R"({"title": "T", "date": ""})").warning.empty());
    CHECK(reading_of(R"({"title": "T", "date": null})").warning.empty());
}

TEST_CASE("a record without text is rejected with its keys") {
    CHECK(reading_of(R"({"id": 1, "views": 2, "b\u0001": 3, "c": 4, "d": 5, "e": 6})").problem ==
          "has neither headline nor body (keys: id, views, b, c, d, ...)");
    CHECK(reading_of("[1]").problem == "an array where an object was expected");
    CHECK(reading_of("12").problem == "a number where an object was expected");
    CHECK(reading_of("null").is_json);
}

TEST_CASE("what is not JSON is rejected with the parser's reason") {
    for (const char* json : {"{\"title\": \"T\"", "{\"title\": \"\\ud800\"}", "{\"title\": T}",
                             "{'title': 'T'}", "{\"title\": \"T\"} x", "{\"title\": \"\\x\"}"}) {
        CAPTURE(json);
        const JsonReading reading = reading_of(json);
        CHECK(!reading.article);
        CHECK(!reading.is_json);
        CHECK(reading.problem.starts_with("not valid JSON: "));
        CHECK(!reading.problem.ends_with('.'));
    }
}

TEST_CASE("bytes that are not UTF-8 are named by their place in the file") {
    const JsonReading reading = reading_of("{\"title\": \"f\xFCr\"}");
    CHECK(reading.problem == "not valid UTF-8 at byte 1012 of the file");
    CHECK(!reading.article);
}

TEST_CASE("NaN, as Python writes it, spoils no record") {
    CHECK(article_of(R"({"title": "T", "score": NaN, "change": -Infinity})").headline == "T");
}

TEST_CASE("a text nested too deep is no text") {
    std::string json = "\"deep\"";
    for (int i = 0; i < 20; ++i) json = "[" + json + "]";
    CHECK(article_of("{\"title\": \"T\", \"body\": " + json + "}").body.empty());
}
