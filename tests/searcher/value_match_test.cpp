#include "searcher/value_match.hpp"

#include "tests/catch.hpp"
#include "tests/searcher/sample_index.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

std::vector<Article> articles_with_values() {
    std::vector<Article> articles{article("wire/one", "A", ""), article("wire/two", "B", ""),
                                  article("Wire", "C", "")};
    articles[0].date.raw = "2020-01-05";
    articles[0].source = "Harbour Courier";
    articles[0].byline = "Jane Doe";
    articles[0].place = "São Paulo";
    articles[1].date.raw = "2020-01-04";
    articles[1].source = "Harbour";
    articles[1].byline = "Jane O'Neill and Jean-Luc Doe";
    articles[1].section = "World News";
    articles[2].language = "de";
    return articles;
}

// Numbers of the articles; document order is that of articles_with_values.
ArticleSet found(const Index& index, const std::string& text) {
    Analyzers analyzers;
    const Query query = parse_query(text);
    const Segment& segment = index.segments().front();
    return query.kind == QueryKind::date ? match_date(segment, query)
                                         : match_value(segment, query, analyzers);
}

}  // namespace

TEST_CASE("values of source, section and language match whole, in any case") {
    const SampleIndex sample(articles_with_values());
    const Index index = sample.open();
    CHECK(found(index, "source:harbour") == ArticleSet{1});
    CHECK(found(index, "source:\"HARBOUR courier\"") == ArticleSet{0});
    CHECK(found(index, "source:harb*") == ArticleSet{0, 1});
    CHECK(found(index, "source:courier").empty());
    CHECK(found(index, "section:\"world news\"") == ArticleSet{1});
    CHECK(found(index, "section:world").empty());
    CHECK(found(index, "lang:de") == ArticleSet{2});
    CHECK(found(index, "lang:en") == ArticleSet{0, 1});
}

TEST_CASE("of several sections of an article each matches, and all together") {
    auto articles = articles_with_values();
    const std::string name(300, 'x');
    articles[0].section = "Cocoa; Grain Trade; " + name;
    const SampleIndex sample(articles);
    const Index index = sample.open();
    CHECK(found(index, "section:cocoa") == ArticleSet{0});
    CHECK(found(index, "section:\"grain trade\"") == ArticleSet{0});
    CHECK(found(index, "section:grain*") == ArticleSet{0});
    CHECK(found(index, "section:" + name.substr(0, 200) + "*") == ArticleSet{0});
    CHECK(found(index, "section:trade").empty());
}

TEST_CASE("ids match exactly, up to case") {
    const SampleIndex sample(articles_with_values());
    const Index index = sample.open();
    CHECK(found(index, "id:wire/one") == ArticleSet{0});
    CHECK(found(index, "id:wire/*") == ArticleSet{0, 1});
    CHECK(found(index, "id:Wire") == ArticleSet{2});
    CHECK(found(index, "id:wire") == ArticleSet{2});
    CHECK(found(index, "id:WIRE/One") == ArticleSet{0});
    CHECK(found(index, "id:wIRE/*") == ArticleSet{0, 1});
    CHECK(found(index, "id:wir").empty());
    CHECK(found(index, "id:wiré").empty());
}

TEST_CASE("bylines and places match by words side by side, without stems and accents") {
    const SampleIndex sample(articles_with_values());
    const Index index = sample.open();
    CHECK(found(index, "byline:doe") == ArticleSet{0, 1});
    CHECK(found(index, "byline:\"jane doe\"") == ArticleSet{0});
    CHECK(found(index, "byline:\"Jean-Luc\"") == ArticleSet{1});
    CHECK(found(index, "byline:o'neill") == ArticleSet{1});
    CHECK(found(index, "byline:does").empty());
    CHECK(found(index, "place:\"sao paulo\"") == ArticleSet{0});
    CHECK(found(index, "place:\"paulo sao\"").empty());
}

TEST_CASE("values longer than a term are told apart by what is stored") {
    std::vector<Article> articles{article("a", "A", ""), article("b", "B", "")};
    const std::string name(300, 'x');
    articles[0].source.append(name).append(" Courier");
    articles[1].source.append(name).append(" Post");
    const SampleIndex sample(articles);
    const Index index = sample.open();
    CHECK(found(index, "source:\"" + name + " courier\"") == ArticleSet{0});
    CHECK(found(index, "source:" + name + "*") == ArticleSet{0, 1});
    CHECK(found(index, "source:" + name + "y*").empty());
}

TEST_CASE("days decide dates; undated articles are in none") {
    const SampleIndex sample(articles_with_values());
    const Index index = sample.open();
    CHECK(found(index, "date:2020-01-05") == ArticleSet{0});
    CHECK(found(index, "date:2020") == ArticleSet{0, 1});
    CHECK(found(index, "date:..2020-01-04") == ArticleSet{1});
    CHECK(found(index, "date:2019").empty());
    CHECK(found(index, "date:none") == ArticleSet{2});
}

TEST_CASE("a value is held where an article is found by it") {
    const SampleIndex sample(articles_with_values());
    const Index index = sample.open();
    for (const char* query : {"id:Wire", "id:wire/*", "id:none", "source:reuters", "source:re*",
                              "source:none", "source:no*", "date:2020", "date:1801", "date:none"}) {
        INFO(query);
        Query leaf = parse_query(query);
        CHECK(holds_value(index.segments().front(), leaf) == !found(index, query).empty());
    }
}
