#include "corpus/formats/json_ninjs.hpp"

#include "tests/catch.hpp"
#include "tests/corpus/formats/json_document.hpp"

using namespace dateline;

namespace {

struct Read {
    explicit Read(std::string_view json) : document(json), fields(document.fields()) {
        REQUIRE(is_ninjs(document.object(), fields));
        reason = read_ninjs(document.object(), fields);
    }
    std::string_view operator[](ArticleField field) const { return fields[field]; }

    test::JsonDocument document;
    JsonFields fields;
    std::string reason;
};

}  // namespace

TEST_CASE("ninjs 1.x is read") {
    const Read read(
        R"({"uri": "http://a.example/1", "type": "text", "versioncreated": "2020-01-05T10:00:00Z",
            "language": "en", "byline": "Mara Ellis", "located": "Basra, Iraq",
            "place": [{"name": "Iraq", "rel": "mentions"}], "subject": [{"name": "Ports"}],
            "headline": "A headline", "body_text": "One. Two.", "body_charcount": 9,
            "body_xhtml": "<p>One.</p><p>Two.</p>", "copyrightholder": "Harbour Agency"})");
    CHECK(read.reason.empty());
    CHECK(read[ArticleField::id] == "http://a.example/1");
    CHECK(read[ArticleField::url] == "http://a.example/1");
    CHECK(read[ArticleField::headline] == "A headline");
    CHECK(read[ArticleField::date] == "2020-01-05T10:00:00Z");
    CHECK(read[ArticleField::body] == "One.\n\nTwo.");
    CHECK(read[ArticleField::byline] == "Mara Ellis");
    CHECK(read[ArticleField::place] == "Basra, Iraq");
    CHECK(read[ArticleField::section] == "Ports");
    CHECK(read[ArticleField::source] == "Harbour Agency");
}

TEST_CASE("ninjs 1.4 and later name variants by their roles") {
    const Read read(R"({"uri": "urn:a:1", "headline_short": "Short", "headline_main": "Main",
                        "body_main": "The body.", "versioncreated": "2020-01-05"})");
    CHECK(read[ArticleField::headline] == "Main");
    CHECK(read[ArticleField::body] == "The body.");
    CHECK(read[ArticleField::id] == "urn:a:1");
    CHECK(read[ArticleField::url].empty());
}

TEST_CASE("ninjs 2.x and 3.x are read, in either spelling") {
    for (const char* type : {"contenttype", "contentType"}) {
        const Read read(
            R"({"uri": "urn:a:2", "versionCreated": "2020-01-05T10:00:00Z", "by": "Tom Okoro",
                "headlines": [{"role": "short", "value": "Short"},
                              {"role": "main", "value": "Main &amp; long"}],
                "bodies": [{"role": "nitf", ")" +
            std::string(type) +
            R"(": "application/xml", "value": "<nitf><p>One. Two. X.</p></nitf>"},
                           {"role": "html", ")" +
            type + R"(": "text/html", "value": "<p>One.</p><p>Two.</p>"},
                           {"role": "text", ")" +
            type + R"(": "text/plain", "value": "One. Two."}, null, {"role": "empty"}],
                "places": [{"name": "Iraq", "rel": "mentions"}, {"name": "Basra"}],
                "subjects": [{"name": "Ports", "rel": "about"}],
                "infosources": [{"name": "Harbour Agency"}]})");
        CHECK(read.reason.empty());
        CHECK(read[ArticleField::headline] == "Main & long");
        CHECK(read[ArticleField::body] == "One.\n\nTwo.");
        CHECK(read[ArticleField::byline] == "Tom Okoro");
        CHECK(read[ArticleField::place] == "Basra");
        CHECK(read[ArticleField::section] == "Ports");
        CHECK(read[ArticleField::source] == "Harbour Agency");
    }
}

TEST_CASE("a plain body with its lines is preferred to markup with captions") {
    const Read read(R"({"uri": "urn:a:3", "bodies": [
        {"contenttype": "text/html", "value": "<p>One is here.</p><p>Two is here.</p><p>Photo: A</p>"},
        {"contenttype": "text/plain", "value": "One is here.\nTwo is here."}]})");
    CHECK(read[ArticleField::body] == "One is here.\nTwo is here.");
}

TEST_CASE("a text item without a body has its description for one") {
    const Read read(R"({"uri": "urn:a:4", "type": "text", "headlines": [{"value": "H"}],
                        "descriptions": [{"role": "text", "value": "A summary."}]})");
    CHECK(read.reason.empty());
    CHECK(read[ArticleField::headline] == "H");
    CHECK(read[ArticleField::body] == "A summary.");
}

TEST_CASE("events, pictures and files without a body are told to be none") {
    CHECK(Read(R"({"uri": "urn:a:5", "type": "event", "title": "A summit", "versioncreated": "2020",
                   "descriptions": [{"value": "A summit."}]})")
              .reason == "an event without a body (ninjs)");
    CHECK(Read(R"({"uri": "urn:a:6", "type": "Picture", "headlines": [{"value": "A ship"}],
                   "renditions": []})")
              .reason == "a picture without a body (ninjs)");
    CHECK(Read(R"({"uri": "urn:a:7", "renditions": [{"href": "a.jpg"}]})").reason ==
          "a media item without a body (ninjs)");
    CHECK(Read(R"({"uri": "urn:a:8", "type": "picture", "bodies": [{"value": "A text."}]})")
              .reason.empty());
}

TEST_CASE("records of other schemas are not ninjs") {
    for (const char* json : {R"({"uri": "x", "title": "T", "body": "B"})",
                             R"({"headlines": {"basic": "T"}})", R"({"uri": "", "bodies": []})"}) {
        const test::JsonDocument document(json);
        CHECK(!is_ninjs(document.object(), document.fields()));
    }
}
