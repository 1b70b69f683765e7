#include "corpus/formats/json_wapo.hpp"

#include "tests/catch.hpp"
#include "tests/corpus/formats/json_document.hpp"

using namespace dateline;

TEST_CASE("the blocks of the Washington Post's collection become fields and a body") {
    const test::JsonDocument document(
        R"({"id": "9f3c", "article_url": "https://a.example/9f3c", "title": null, "author": "",
            "contents": [{"content": "Local", "mime": "text/plain", "type": "kicker"},
                         {"content": "The title", "mime": "text/plain", "type": "title"},
                         {"content": "By Mara Ellis", "mime": "text/plain", "type": "byline"},
                         {"content": 1325379405000, "mime": "text/plain", "type": "date"}, null,
                         {"fullcaption": "A ship.", "type": "image"},
                         {"content": "One <i>ship</i> &amp; more.", "subtype": "paragraph",
                          "mime": "text/html", "type": "sanitized_html"},
                         {"content": ["First.", "Second."], "type": "list"},
                         {"content": "Two.", "type": "sanitized_html"},
                         {"bio": "Ellis covers ports.", "type": "author_info"}]})");
    JsonFields fields = document.fields();
    REQUIRE(is_wapo(document.object(), fields));
    CHECK(read_wapo(document.object(), fields).empty());
    CHECK(fields[ArticleField::id] == "9f3c");
    CHECK(fields[ArticleField::url] == "https://a.example/9f3c");
    CHECK(fields[ArticleField::headline] == "The title");
    CHECK(fields[ArticleField::byline] == "By Mara Ellis");
    CHECK(fields[ArticleField::date] == "1325379405000");
    CHECK(fields[ArticleField::section] == "Local");
    CHECK(fields[ArticleField::body] == "One ship & more.\n\nFirst.\n\nSecond.\n\nTwo.");
}

TEST_CASE("what the record says itself comes before its blocks") {
    const test::JsonDocument document(
        R"({"title": "T", "published_date": 1325379405001, "contents": [
            {"content": "Other", "type": "title"}, {"content": 7, "type": "date"}]})");
    JsonFields fields = document.fields();
    REQUIRE(is_wapo(document.object(), fields));
    read_wapo(document.object(), fields);
    CHECK(fields[ArticleField::headline] == "T");
    CHECK(fields[ArticleField::date] == "1325379405001");
    CHECK(fields[ArticleField::body].empty());
}

TEST_CASE("other contents are of another schema") {
    for (const char* json : {R"({"contents": "A list of chapters"})", R"({"contents": []})",
                             R"({"contents": [{"title": "T"}]})", R"({"title": "T"})"}) {
        const test::JsonDocument document(json);
        CHECK(!is_wapo(document.object(), document.fields()));
    }
}
