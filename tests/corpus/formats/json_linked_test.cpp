#include "corpus/formats/json_linked.hpp"

#include <string>

#include "tests/catch.hpp"
#include "tests/corpus/formats/json_document.hpp"

using namespace dateline;

namespace {

struct Read {
    explicit Read(std::string_view json) : document(json), fields(document.fields()) {
        REQUIRE(is_linked(document.object(), fields));
        reason = read_linked(document.object(), fields);
    }
    std::string_view operator[](ArticleField field) const { return fields[field]; }

    test::JsonDocument document;
    JsonFields fields;
    std::string reason;
};

}  // namespace

TEST_CASE("a NewsArticle of schema.org is read") {
    const Read read(
        R"({"@context": "https://schema.org", "@type": "NewsArticle", "@id": "#article",
            "headline": "A headline", "articleBody": "One.\n\nTwo.", "description": "Sum.",
            "author": [{"@type": "Person", "name": "Mara Ellis"}, {"name": "Tom Okoro"}],
            "publisher": {"@type": "Organization", "name": "Harbour Post", "logo": {"url": "x"}},
            "datePublished": "2020-01-05T10:00:00+02:00", "dateModified": "2021-01-01",
            "articleSection": ["World", "Iraq"], "inLanguage": "en-GB", "dateline": "BASRA",
            "mainEntityOfPage": {"@type": "WebPage", "@id": "https://a.example/1"}})");
    CHECK(read.reason.empty());
    CHECK(read[ArticleField::id].empty());
    CHECK(read[ArticleField::url] == "https://a.example/1");
    CHECK(read[ArticleField::headline] == "A headline");
    CHECK(read[ArticleField::body] == "One.\n\nTwo.");
    CHECK(read[ArticleField::byline] == "Mara Ellis, Tom Okoro");
    CHECK(read[ArticleField::source] == "Harbour Post");
    CHECK(read[ArticleField::date] == "2020-01-05T10:00:00+02:00");
    CHECK(read[ArticleField::section] == "World; Iraq");
    CHECK(read[ArticleField::language] == "en-GB");
    CHECK(read[ArticleField::place] == "BASRA");
}

TEST_CASE("types may be lists and addresses, the headline may be a name") {
    for (const char* type : {R"("https://schema.org/BlogPosting")", R"(["Thing", "Article"])",
                             R"("schema:ReportageNewsArticle")"}) {
        const Read read("{\"@type\": " + std::string(type) +
                        R"(, "name": "T", "dateline": "5 January 2020", "mainEntityOfPage": true,
                           "isPartOf": {"name": "Harbour Post"}})");
        CHECK(read.reason.empty());
        CHECK(read[ArticleField::headline] == "T");
        CHECK(read[ArticleField::source] == "Harbour Post");
        CHECK(read[ArticleField::place].empty());
        CHECK(read[ArticleField::url].empty());
    }
}

TEST_CASE("the updates of live coverage are its body") {
    const Read read(
        R"({"@type": "LiveBlogPosting", "headline": "Live", "liveBlogUpdate": [
            {"@type": "BlogPosting", "headline": "One", "articleBody": "First."},
            {"articleBody": "Second."}, 3]})");
    CHECK(read[ArticleField::body] == "One\n\nFirst.\n\nSecond.");
}

TEST_CASE("what is of another type is no article, unless it has an article's text") {
    CHECK(Read(R"({"@type": "Organization", "name": "Harbour Post"})").reason ==
          "of the type Organization (schema.org), not an article");
    CHECK(Read(R"({"@type": "WebPage", "headline": "T", "text": "B."})").reason.empty());
}

TEST_CASE("articles of a graph have what its other objects say of them") {
    const test::JsonDocument document(
        R"({"@context": "https://schema.org", "@graph": [
            {"@type": "NewsArticle", "@id": "https://a.example/1#article", "headline": "A",
             "author": [{"@id": "#mara"}, {"@id": "#tom"}], "publisher": {"@id": "#post"},
             "isPartOf": {"@id": "#page"}},
            {"@type": "WebPage", "@id": "#page", "inLanguage": "de"},
            {"@type": "Person", "@id": "#mara", "name": "Mara Ellis"},
            {"@type": "Person", "@id": "#tom", "name": "Tom Okoro"},
            {"@type": "Organization", "@id": "#post", "name": "Harbour Post"}, 7]})");
    const auto graph = read_graph(document.object(), document.fields());
    REQUIRE(graph);
    REQUIRE(graph->articles.size() == 1);
    const JsonFields& fields = graph->articles[0].fields;
    CHECK(fields[ArticleField::headline] == "A");
    CHECK(fields[ArticleField::byline] == "Mara Ellis, Tom Okoro");
    CHECK(fields[ArticleField::source] == "Harbour Post");
    CHECK(fields[ArticleField::language] == "de");
}

TEST_CASE("a graph without an article says what is in it") {
    const test::JsonDocument document(
        R"({"@graph": [{"@type": "WebSite"}, {"@type": ["Organization", "WebSite"]}]})");
    const auto graph = read_graph(document.object(), document.fields());
    REQUIRE(graph);
    CHECK(graph->articles.empty());
    CHECK(graph->problem == "a graph without an article (schema.org: WebSite, Organization)");
    const test::JsonDocument plain(R"({"graph": [], "title": "T"})");
    CHECK(!read_graph(plain.object(), plain.fields()));
}
