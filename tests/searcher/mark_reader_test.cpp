#include "searcher/mark_reader.hpp"

#include "searcher/search.hpp"
#include "tests/catch.hpp"
#include "tests/searcher/sample_index.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

std::string calm(int words) {
    std::string text;
    for (; words > 0; --words) text += "calm ";
    return text;
}

std::vector<Article> stories() {
    return {article("a", "Storm over the port",
                    calm(150) + "storms. The port " + calm(150) + "authority."),
            article("b", "Flood", calm(20) + "storm"), article("c", "Calm", calm(20))};
}

}  // namespace

TEST_CASE("marks are those that search shows") {
    const SampleIndex sample(stories(), 2);
    const Index index = sample.open();
    for (const char* text :
         {"storm", "\"the port\"", "stor*", "calm w/3 storm", "storm OR flood"}) {
        INFO(text);
        const Query query = parse_query(text);
        QueryMarks marks(index, query);
        const SearchResult result = search(index, query, {.limit = 0, .passages_each = 99});
        REQUIRE(!result.hits.empty());
        for (const ArticleHit& hit : result.hits) {
            const ArticleMarks found = marks.of(*index.find_article(hit.article.id));
            CHECK(found.headline == hit.headline_matches);
            for (const PassageHit& passage : hit.passages)
                CHECK(found.passages[passage.number - 1] == passage.matches);
        }
    }
}

TEST_CASE("a word whose branch of an OR does not hold is no match") {
    const SampleIndex sample({article("a", "Storm warning", "The port authority closed. A storm."),
                              article("b", "Calm", "No storm, but the port was closed.")});
    const Index index = sample.open();
    const Query query = parse_query("storm OR (port AND authority)");
    QueryMarks marks(index, query);
    CHECK(marks.of(*index.find_article("a")).passages.at(0).size() == 3);
    CHECK(marks.of(*index.find_article("b")).passages.at(0).size() == 1);
    for (const ArticleHit& hit : search(index, query, {.limit = 0, .passages_each = 9}).hits)
        CHECK(hit.passages.at(0).matches.size() == (hit.article.id == "a" ? 3 : 1));
}

TEST_CASE("an article that does not match the whole query is marked where it matches some") {
    const SampleIndex sample(stories());
    const Index index = sample.open();
    QueryMarks marks(index, parse_query("storm AND flood"));
    CHECK(marks.of(*index.find_article("a")).headline.size() == 1);
    const ArticleMarks none = marks.of(*index.find_article("c"));
    CHECK(none.headline.empty());
    for (const auto& passage : none.passages) CHECK(passage.empty());
}
