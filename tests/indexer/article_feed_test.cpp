#include "indexer/article_feed.hpp"

#include <algorithm>
#include <random>

#include "indexer/segment_builder.hpp"
#include "tests/catch.hpp"
#include "tests/indexer/some_articles.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;

namespace {

std::vector<Article> all_of(const ArticleFeed& feed) {
    std::vector<Article> articles;
    while (const auto split = feed()) articles.push_back(split->article);
    return articles;
}

std::vector<Article> random_articles(std::mt19937& random, std::string_view prefix, int count) {
    std::vector<Article> articles;
    for (int i = 0; i < count; ++i)
        articles.push_back(test::random_article(random, std::string(prefix) + std::to_string(i)));
    return articles;
}

}  // namespace

TEST_CASE("merged feeds give all articles in document order") {
    std::mt19937 random(1);
    PassageSplitter splitter;
    for (const int feeds_count : {0, 1, 2, 5}) {
        std::vector<Article> expected;
        std::vector<ArticleFeed> feeds;
        for (int i = 0; i < feeds_count; ++i) {
            const auto articles = random_articles(random, std::to_string(i) + "-", i * 7);
            expected.insert(expected.end(), articles.begin(), articles.end());
            feeds.push_back(feed_of(articles, splitter));
        }
        std::ranges::sort(expected, comes_before);
        CHECK(all_of(merged(std::move(feeds))) == expected);
    }
}

TEST_CASE("articles from memory come with their passages") {
    std::mt19937 random(2);
    PassageSplitter splitter;
    const ArticleFeed feed = feed_of(random_articles(random, "", 5), splitter);
    while (const auto split = feed()) {
        const auto passages = splitter.split(split->article.body, split->article.language);
        REQUIRE(split->passages.size() == passages.size());
        CHECK(split->passages.back().range == passages.back().range);
    }
}

TEST_CASE("a segment's feed leaves out what was removed") {
    const test::TemporaryFolder folder;
    std::mt19937 random(3);
    Analyzers analyzers;
    PassageSplitter splitter;
    std::vector<Article> articles = random_articles(random, "", 20);
    SegmentBuilder builder(folder / "segment-1", "", analyzers);
    const ArticleFeed source = feed_of(articles, splitter);
    while (const auto split = source()) builder.add(*split);
    builder.finish();

    std::erase_if(articles, [](const Article& a) { return a.id == "3" || a.id == "17"; });
    std::ranges::sort(articles, comes_before);
    const StoredSegment segment(folder / "segment-1", "");
    const std::unordered_set<std::string> removed{"3", "17", "absent"};
    CHECK(all_of(feed_of(segment, removed)) == articles);
}
