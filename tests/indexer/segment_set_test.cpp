#include "indexer/segment_set.hpp"

#include <algorithm>
#include <random>

#include "corpus/analyzer.hpp"
#include "corpus/schema.hpp"
#include "tests/catch.hpp"
#include "tests/caught_error.hpp"
#include "tests/indexer/index_contents.hpp"
#include "tests/indexer/some_articles.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;

namespace {

using Age = SegmentSet::Age;

struct TestIndex {
    test::TemporaryFolder folder;
    Manifest manifest{};

    // Publishes what `change` makes of the segments in force.
    template <typename Change>
    void run(const Change& change) {
        Publication publication(folder.path(), manifest.next_segment);
        SegmentSet segments(folder.path(), manifest, publication,
                            [](std::uint64_t, std::uint64_t) {});
        change(segments);
        Manifest next = manifest;
        next.analysis = analysis_version();
        next.scoring = scoring_version;
        next.segments = segments.segments();
        next.dictionary = segments.dictionary();
        publication.publish(next, "");
        manifest = *read_current_manifest(folder.path());
    }

    std::map<std::string, Article> contents() const { return test::index_contents(folder.path()); }
};

std::vector<Article> random_articles(std::mt19937& random, std::string_view prefix, int count) {
    std::vector<Article> articles;
    for (int i = 0; i < count; ++i)
        articles.push_back(test::random_article(random, std::string(prefix) + std::to_string(i)));
    return articles;
}

std::map<std::string, Article> by_id(const std::vector<Article>& articles) {
    std::map<std::string, Article> map;
    for (const Article& article : articles) map.emplace(article.id, article);
    return map;
}

}  // namespace

TEST_CASE("articles written are in force, and a run that changes nothing is seen as such") {
    TestIndex index;
    std::mt19937 random(1);
    const auto articles = random_articles(random, "a", 30);
    index.run([&](SegmentSet& segments) {
        CHECK_FALSE(segments.is_changed());
        segments.finish(articles);
        CHECK(segments.is_changed());
    });
    CHECK(index.contents() == by_id(articles));
    index.run([&](SegmentSet& segments) {
        segments.finish({});
        CHECK_FALSE(segments.is_changed());
    });
}

TEST_CASE("a segment that loses articles is written anew without them, others stay") {
    TestIndex index;
    std::mt19937 random(2);
    const auto first = random_articles(random, "a", 10);
    const auto second = random_articles(random, "b", 10);
    index.run([&](SegmentSet& segments) { segments.finish(first); });
    index.run([&](SegmentSet& segments) { segments.finish(second); });
    REQUIRE(index.manifest.segments.size() == 2);
    const std::string untouched = index.manifest.segments[0].name;
    index.run([&](SegmentSet& segments) {
        CHECK(segments.article("b3", Age::in_force) == second[3]);
        segments.remove("b3", Age::in_force);
        CHECK(test::caught_error([&] { return segments.article("b3", Age::in_force); }).kind() ==
              ErrorKind::index);
        segments.finish({});
    });
    REQUIRE(index.manifest.segments.size() == 2);
    CHECK(index.manifest.segments[0].name == untouched);
    auto expected = by_id(first);
    expected.merge(by_id(second));
    expected.erase("b3");
    CHECK(index.contents() == expected);
}

TEST_CASE("the last article's removal leaves no segment") {
    TestIndex index;
    std::mt19937 random(3);
    index.run([&](SegmentSet& segments) { segments.finish(random_articles(random, "a", 1)); });
    index.run([&](SegmentSet& segments) {
        segments.remove("a0", Age::in_force);
        segments.finish({});
        CHECK(segments.is_changed());
    });
    CHECK(index.manifest.segments.empty());
}

TEST_CASE("a newer version takes the place of one that the same run wrote") {
    TestIndex index;
    std::mt19937 random(4);
    const auto articles = random_articles(random, "a", 10);
    const Article newer = test::random_article(random, "a4");
    index.run([&](SegmentSet& segments) {
        segments.write(articles);
        CHECK(segments.article("a4", Age::written) == articles[4]);
        segments.remove("a4", Age::written);
        segments.write({newer});
        CHECK(segments.article("a4", Age::written) == newer);
        segments.finish({});
    });
    auto expected = by_id(articles);
    expected["a4"] = newer;
    CHECK(index.contents() == expected);
}

TEST_CASE("however many runs, few segments stay in force, the largest untouched") {
    TestIndex index;
    std::mt19937 random(5);
    std::map<std::string, Article> expected;
    std::string largest;
    for (int run = 0; run < 20; ++run) {
        const auto articles =
            random_articles(random, std::to_string(run) + "-", run == 0 ? 200 : 1 + run % 3);
        expected.merge(by_id(articles));
        index.run([&](SegmentSet& segments) { segments.finish(articles); });
        if (run == 0) largest = index.manifest.segments.front().name;
        REQUIRE(index.manifest.segments.size() <= max_segments);
        REQUIRE(index.manifest.segments.front().name == largest);
    }
    CHECK(index.contents() == expected);
}

TEST_CASE("segments of another version of the analysis are written anew") {
    TestIndex index;
    std::mt19937 random(6);
    const auto articles = random_articles(random, "a", 10);
    index.run([&](SegmentSet& segments) { segments.finish(articles); });
    const std::string before = index.manifest.segments.front().name;
    index.manifest.analysis = "another";
    index.run([&](SegmentSet& segments) { segments.finish({}); });
    CHECK(index.manifest.segments.front().name != before);
    CHECK(index.contents() == by_id(articles));
}

TEST_CASE("an index gets a dictionary once it has enough text, for all of its segments") {
    TestIndex index;
    std::mt19937 random(7);
    const auto few = random_articles(random, "a", 20);
    const auto many = random_articles(random, "b", 800);
    index.run([&](SegmentSet& segments) { segments.finish(few); });
    CHECK(index.manifest.dictionary.empty());
    index.run([&](SegmentSet& segments) { segments.finish(many); });
    const std::string dictionary = index.manifest.dictionary;
    REQUIRE(!dictionary.empty());
    auto expected = by_id(few);
    expected.merge(by_id(many));
    CHECK(index.contents() == expected);
    index.run([&](SegmentSet& segments) { segments.finish(random_articles(random, "c", 1)); });
    CHECK(index.manifest.dictionary == dictionary);
}
