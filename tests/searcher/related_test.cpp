#include "searcher/related.hpp"

#include <algorithm>

#include "tests/catch.hpp"
#include "tests/publish_copies.hpp"
#include "tests/searcher/sample_index.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

Article dated(Article made, const std::string& date) {
    made.date.raw = date;
    return made;
}

// Words that fall on stories by chance, but the same on every machine.
std::string sentences(unsigned seed) {
    std::string text;
    for (int i = 0; i < 60; ++i) {
        seed = seed * 1103515245U + 12345U;
        text += (i % 12 == 0 ? "Topic" : " topic") + std::to_string(seed / 65536 % 300);
        if (i % 12 == 11) text += ". ";
    }
    return text;
}

std::vector<Article> archive() {
    std::vector<Article> articles{
        dated(article("asked", "Volcano stops flights", "Ash of the volcano stopped flights."),
              "2020-05-10"),
        dated(article("near", "Volcano", "Flights stopped again as the volcano threw ash."),
              "2020-05-12"),
        dated(article("before", "Ash", "The volcano threw ash; nobody knew what came."),
              "2020-05-01"),
        dated(article("far", "Flights", "Flights are dear, and pilots want more."), "2019-01-01"),
        article("undated", "Volcano", "A volcano with ash and flights.")};
    for (unsigned i = 0; i < 60; ++i)
        articles.push_back(dated(article("t" + std::to_string(i), "", sentences(i)), "2020-02-02"));
    return articles;
}

std::vector<std::string> ids(const SearchResult& result) {
    std::vector<std::string> ids;
    for (const ArticleHit& hit : result.hits) ids.push_back(hit.article.id);
    return ids;
}

SearchResult related(const Index& index, const std::string& id, const RelatedOptions& options = {},
                     std::uint32_t passage = 0) {
    return find_related(index, index.find_article(id).value(), passage, options);
}

bool has(const std::vector<std::string>& ids, const std::string& id) {
    return std::ranges::find(ids, id) != ids.end();
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("what shares an article's telling words is related, the more of them the more") {
    const SampleIndex sample(archive());
    const SearchResult result = related(sample.open(), "asked");
    const Ids found = ids(result);
    REQUIRE(found.size() >= 3);
    CHECK(found.front() == "near");
    CHECK(has(found, "before"));
    CHECK_FALSE(has(found, "t1"));
    for (std::size_t i = 1; i < result.hits.size(); ++i)
        CHECK(result.hits[i].score <= result.hits[i - 1].score);
    // The shared words are marked.
    const ArticleHit& first = result.hits.front();
    REQUIRE_FALSE(first.headline_matches.empty());
    CHECK(first.headline_matches.front().in(first.article.headline) == "Volcano");
    REQUIRE_FALSE(first.passages.empty());
    CHECK(first.passages.front().matches.size() >= 3);
}

TEST_CASE("an article is never related to itself") {
    const SampleIndex sample(archive());
    const Index index = sample.open();
    for (const Article& article : archive())
        CHECK_FALSE(has(ids(related(index, article.id, {.limit = 0})), article.id));
}

TEST_CASE("what is related is the same however the index is cut") {
    const SampleIndex whole(archive());
    const SampleIndex cut(archive(), 3);
    const Index index = whole.open();
    const Index other = cut.open();
    REQUIRE(other.segments().size() > 1);
    for (const std::string id : {"asked", "t1", "t7", "t30"}) {
        const SearchResult expected = related(index, id, {.limit = 0});
        const SearchResult result = related(other, id, {.limit = 0});
        REQUIRE(ids(result) == ids(expected));
        for (std::size_t i = 0; i < result.hits.size(); ++i) {
            CHECK(result.hits[i].score == expected.hits[i].score);
            CHECK(result.hits[i].passages.size() == expected.hits[i].passages.size());
        }
    }
}

TEST_CASE("dead articles are not related, and weigh nothing") {
    std::vector<Article> living = archive();
    std::erase_if(living, [](const Article& article) {
        return article.id == "near" || article.id == "t3" || article.id == "t9";
    });
    const SampleIndex without(living);
    const SampleIndex buried(archive());
    buried.bury({"near", "t3", "t9"});
    for (const std::string id : {"asked", "t1", "t7"})
        CHECK(ids(related(buried.open(), id, {.limit = 0})) ==
              ids(related(without.open(), id, {.limit = 0})));
}

TEST_CASE("the first related articles are the beginning of more of them") {
    const SampleIndex sample(archive());
    const Index index = sample.open();
    const Ids all = ids(related(index, "t1", {.limit = 0}));
    REQUIRE(all.size() > 20);
    for (const std::uint64_t limit : {1, 10, 20}) {
        const Ids some = ids(related(index, "t1", {.limit = limit}));
        CHECK(some == Ids(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(limit)));
    }
}

TEST_CASE("background is only what is known to have appeared before") {
    std::vector<Article> articles = archive();
    const auto add = [&](const std::string& id, const std::string& date) {
        articles.push_back(
            dated(article(id, "Volcano and ash", "Flights stopped by a volcano: " + id), date));
    };
    add("timed", "2020-05-10T15:00:00Z");
    add("earlier", "2020-05-10T09:00:00Z");
    add("later", "2020-05-10T18:00:00Z");
    add("day", "2020-05-10");
    add("month", "2020-05");
    add("month-before", "2020-04");
    add("year", "2020");
    add("year-before", "2019");
    const SampleIndex sample(articles);
    const Index index = sample.open();
    const Ids found = ids(related(index, "timed", {.limit = 0, .older_only = true}));
    for (const char* const id : {"earlier", "month-before", "year-before", "before"}) {
        INFO(id);
        CHECK(has(found, id));
    }
    for (const char* const id : {"later", "day", "month", "year", "near", "undated", "asked"}) {
        INFO(id);
        CHECK_FALSE(has(found, id));
    }
    const SearchResult undated = related(index, "undated", {.older_only = true});
    CHECK(undated.hits.empty());
    CHECK(undated.notes.size() == 1);
}

TEST_CASE("near-duplicates of the article are left out, those of another one folded") {
    const SampleIndex sample(archive());
    Index index = sample.open();
    const auto place = [&](const std::string& id) { return index.find_article(id).value(); };
    const Ids before = ids(related(index, "asked", {.limit = 0}));
    REQUIRE(has(before, "before"));
    REQUIRE(has(before, "undated"));
    Copies copies;
    copies.clusters = {{place("asked"), place("near")}, {place("before"), place("undated")}};
    for (auto& cluster : copies.clusters) std::ranges::sort(cluster);
    publish_copies(sample.folder(), copies);
    const Index folded = sample.open();
    const SearchResult result = related(folded, "asked", {.limit = 0});
    CHECK_FALSE(has(ids(result), "near"));
    CHECK(has(ids(result), "before") != has(ids(result), "undated"));
    REQUIRE_FALSE(result.hits.empty());
    CHECK(result.hits.front().copies.size() == 1);
    CHECK(result.folded_total == 1);
}

TEST_CASE("an article without text, or of words that stand everywhere, has nothing related") {
    std::vector<Article> articles = archive();
    articles.push_back(article("empty", "The", ""));
    articles.push_back(article("alone", "", "Xylophone xylophone."));
    const SampleIndex sample(articles);
    const Index index = sample.open();
    for (const char* const id : {"empty", "alone"}) {
        const SearchResult result = related(index, id);
        CHECK(result.hits.empty());
        CHECK(result.notes.size() == 1);
    }
}

TEST_CASE("what is related to a passage goes by its words alone") {
    std::string filler;
    for (int i = 0; i < 40; ++i) filler += "Rain fell on the town and on the river. ";
    std::vector<Article> articles = archive();
    articles.push_back(article("two", "Volcano",
                               "The volcano threw ash. " + filler + "Pilots want dear flights."));
    const SampleIndex sample(articles);
    const Index index = sample.open();
    const ArticlePlace place = index.find_article("two").value();
    const ArticlesFile& file = index.segments()[place.segment].articles();
    const auto last = file.end_docid(place.article) - file.first_docid(place.article);
    REQUIRE(last > 1);
    CHECK(ids(related(index, "two", {}, last)).front() == "far");
    CHECK(ids(related(index, "two", {}, 1)).front() != "far");
}
