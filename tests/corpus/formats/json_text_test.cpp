#include "corpus/formats/json_text.hpp"

#include <string>

#include "tests/catch.hpp"
#include "tests/corpus/formats/json_document.hpp"

using namespace dateline;
using dateline::test::JsonDocument;

namespace {

std::string text(const std::string& value, ArticleField field) {
    const JsonDocument document("{\"x\": " + value + "}");
    return std::string(view_of(text_of(document.object()["x"], field)));
}

}  // namespace

TEST_CASE("a text in an object is found under its usual names") {
    CHECK(text(R"({"main": null, "name": "H"})", ArticleField::headline) == "H");
    CHECK(text(R"({"basic": "H"})", ArticleField::headline) == "H");
    CHECK(text(R"({"rendered": "H"})", ArticleField::headline) == "H");
    CHECK(text(R"({"title": "Reporter", "name": "Ida Lind"})", ArticleField::byline) == "Ida Lind");
    CHECK(text(R"({"$oid": "5f3"})", ArticleField::id) == "5f3");
    CHECK(text(R"({"@id": "https://a.example/1"})", ArticleField::url) == "https://a.example/1");
    CHECK(text(R"({"primary_section": {"name": "World"}})", ArticleField::section) == "World");
    CHECK(text(R"({"#text": "H", "@lang": "en"})", ArticleField::headline) == "H");
    CHECK(text(R"({"unknown": "H"})", ArticleField::headline).empty());
}

TEST_CASE("sections are listed") {
    const JsonDocument document(
        R"({"x": ["World", {"name": "Asia"}, null, "World"], "y": "Home"})");
    CHECK(view_of(sections_of(document.object()["x"])) == "World; Asia");
    CHECK(view_of(sections_of(document.object()["y"])) == "Home");
}

TEST_CASE("persons are listed, and put together of the parts of their names") {
    CHECK(text(R"([{"name": "Mara Ellis"}, "Tom Okoro", null])", ArticleField::byline) ==
          "Mara Ellis, Tom Okoro");
    CHECK(text(R"({"original": null, "person": [{"firstname": "Ida", "middlename": null,
               "lastname": "Lind"}]})",
               ArticleField::byline) == "Ida Lind");
    CHECK(text(R"({"by": [{"name": "Ida Lind"}]})", ArticleField::byline) == "Ida Lind");
}

TEST_CASE("numbers are ids, dates and text, but keys to other tables where names belong") {
    CHECK(text("12345", ArticleField::id) == "12345");
    CHECK(text("18446744073709551615", ArticleField::id) == "18446744073709551615");
    CHECK(text("1578225600.75", ArticleField::date) == "1578225600");
    CHECK(text("1984", ArticleField::headline) == "1984");
    CHECK(text("12", ArticleField::byline).empty());
    CHECK(text("[3, 4]", ArticleField::section).empty());
    CHECK(text("true", ArticleField::body).empty());
}

TEST_CASE("dates may be objects and arrays") {
    CHECK(text(R"({"$date": "2020-01-05T10:00:00Z"})", ArticleField::date) ==
          "2020-01-05T10:00:00Z");
    CHECK(text(R"({"$date": {"$numberLong": "1578225600000"}})", ArticleField::date) ==
          "1578225600000");
    CHECK(text(R"({"date": "2020-01-05 10:00:00", "timezone": "UTC"})", ArticleField::date) ==
          "2020-01-05 10:00:00");
    CHECK(text(R"({"year": 2020, "month": 1, "day": 5})", ArticleField::date) == "2020-01-05");
    CHECK(text(R"({"year": 2020, "month": 1})", ArticleField::date) == "2020-01");
    CHECK(text(R"({"year": 2020})", ArticleField::date) == "2020");
    CHECK(text("[2020, 1, 5]", ArticleField::date) == "2020-01-05");
    CHECK(text("[2020, 1, 5, 9, 30, 7]", ArticleField::date) == "2020-01-05T09:30");
    CHECK(text(R"(["2020-01-05", "2020-01-06"])", ArticleField::date) == "2020-01-05");
}

TEST_CASE("paragraphs and typed blocks become a body, without what is no text") {
    CHECK(text(R"(["One.", "", {"text": "Two."}, null, "Three."])", ArticleField::body) ==
          "One.\n\nTwo.\n\nThree.");
    CHECK(text(R"([{"type": "text", "content": "<p>One.</p>"},
               {"type": "image", "caption": "C", "text": "No."},
               {"type": "list", "items": [{"type": "text", "content": "Two."}]},
               {"type": "paragraph", "data": {"text": "Three."}}])",
               ArticleField::body) == "One.\n\nTwo.\n\nThree.");
}

TEST_CASE("markup is undone in prose, and ids and addresses stay as they are") {
    CHECK(text(R"("<p>One &amp; two.</p><p>Three.</p>")", ArticleField::body) ==
          "One & two.\n\nThree.");
    CHECK(text(R"("Rock &#8217;n&#8217; roll")", ArticleField::headline) == "Rock ’n’ roll");
    CHECK(text(R"("https://a.example/?a=1&amp;b=2")", ArticleField::url) ==
          "https://a.example/?a=1&amp;b=2");
    CHECK(view_of(plain_text("3 < 4 & 5 > 4")) == "3 < 4 & 5 > 4");
}

TEST_CASE("a text nested too deep is no text") {
    std::string json = "\"deep\"";
    for (int i = 0; i < 20; ++i) json = "[" + json + "]";
    CHECK(text(json, ArticleField::body).empty());
}

TEST_CASE("a string is taken as one, other values are not") {
    const JsonDocument document(R"({"a": "b", "c": 1})");
    CHECK(string_at(document.object(), "a") == "b");
    CHECK(string_at(document.object(), "c").empty());
    CHECK(string_at(document.object(), "d").empty());
    CHECK(is_blank(" \t\r\n"));
    CHECK(!is_blank(" x"));
}
