#include "corpus/formats/json_fields.hpp"

#include "tests/catch.hpp"
#include "tests/corpus/formats/json_document.hpp"

using namespace dateline;
using dateline::test::JsonDocument;

TEST_CASE("of several keys the first in the table counts that is not blank") {
    const JsonDocument document(
        R"({"description": "Sum.", "title": "T", "text": " ", "maintext": "All.", "headline": null,
            "title": "Twice"})");
    const JsonFields fields = document.fields();
    CHECK(fields[ArticleField::body] == "All.");
    CHECK(fields[ArticleField::headline] == "T");
    CHECK(fields.has_whole_body());
    CHECK(!fields.has(ArticleField::date));
    CHECK(fields[ArticleField::date].empty());
}

TEST_CASE("a dateTime of the same day is the date") {
    const auto date_of = [](std::string_view json) {
        return std::string(JsonDocument(json).fields()[ArticleField::date]);
    };
    CHECK(
        date_of(R"({"date": "2020-01-05", "time": "10:00", "dateTime": "2020-01-05T10:00:00Z"})") ==
        "2020-01-05T10:00:00Z");
    CHECK(date_of(R"({"dateTime": "2020-01-05T10:00:00Z", "date": "2020-01-05"})") ==
          "2020-01-05T10:00:00Z");
    CHECK(date_of(R"({"date": "2020-01-05", "dateTime": "2020-01-06T10:00:00Z"})") == "2020-01-05");
    CHECK(date_of(R"({"date": "5 January", "dateTime": null})") == "5 January");
}

TEST_CASE("a summary is a body, but not a whole one") {
    const JsonDocument document(R"({"abstract": "Sum."})");
    CHECK(document.fields()[ArticleField::body] == "Sum.");
    CHECK(document.fields().has_text());
    CHECK(!document.fields().has_whole_body());
    CHECK(!document.fields().is_article());
}

TEST_CASE("a headline with a date, or a whole body, makes an article") {
    CHECK(JsonDocument(R"({"title": "T", "date": "2020"})").fields().is_article());
    CHECK(JsonDocument(R"({"body": "B"})").fields().is_article());
    CHECK(!JsonDocument(R"({"title": "T"})").fields().is_article());
}

TEST_CASE("keys tell what kind of record it is") {
    CHECK(JsonDocument(R"({"@type": "NewsArticle"})").fields().has_mark(JsonMark::linked));
    CHECK(!JsonDocument(R"({"type": "article"})").fields().has_mark(JsonMark::linked));
    CHECK(JsonDocument(R"({"versionCreated": "2020"})").fields().has_mark(JsonMark::ninjs));
    CHECK(JsonDocument(R"({"articles": []})").fields().has_mark(JsonMark::no_records));
}

TEST_CASE("objects and arrays of objects under the keys of wrappers are remembered") {
    const JsonDocument document(
        R"({"a": 1, "articles": [{"title": "T"}], "data": {"x": 1}, "items": ["x"], "rows": 3,
            "_source": {"title": "T"}})");
    const JsonFields fields = document.fields();
    REQUIRE(fields.wrapped().size() == 3);
    CHECK(fields.wrapped()[0].member == 1);
    CHECK(fields.wrapped()[1].member == 2);
    CHECK(fields.wrapped()[2].member == 5);
}

TEST_CASE("fields are set, cleared, and filled where they are blank") {
    const JsonDocument document(R"({"title": "T", "summary": "S.", "author": "A"})");
    JsonFields fields = document.fields();
    fields.set(ArticleField::headline, std::string("U"));
    fields.set(ArticleField::headline, std::string(" "));
    CHECK(fields[ArticleField::headline] == "U");
    fields.set_if_blank(ArticleField::headline, std::string("V"));
    CHECK(fields[ArticleField::headline] == "U");
    fields.clear(ArticleField::byline);
    CHECK(!fields.has(ArticleField::byline));
    const JsonDocument other(R"({"title": "X", "body": "B.", "byline": "C", "id": 7})");
    fields.fill(other.fields());
    CHECK(fields[ArticleField::headline] == "U");
    CHECK(fields[ArticleField::body] == "B.");
    CHECK(fields[ArticleField::byline] == "C");
    CHECK(fields[ArticleField::id] == "7");
}
