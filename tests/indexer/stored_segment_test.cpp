#include "indexer/stored_segment.hpp"

#include <algorithm>

#include "indexer/article_feed.hpp"
#include "indexer/segment_builder.hpp"
#include "tests/catch.hpp"
#include "tests/caught_error.hpp"
#include "tests/indexer/some_articles.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;

namespace {

std::vector<Article> random_articles(unsigned seed, int count) {
    std::mt19937 random(seed);
    std::vector<Article> articles;
    for (int i = 0; i < count; ++i)
        articles.push_back(test::random_article(random, "id" + std::to_string(i)));
    return articles;
}

SegmentInfo build(const std::filesystem::path& folder, const std::vector<Article>& articles) {
    Analyzers analyzers;
    PassageSplitter splitter;
    SegmentBuilder builder(folder, "", analyzers);
    const ArticleFeed feed = feed_of(articles, splitter);
    while (const auto split = feed()) builder.add(*split);
    return builder.finish();
}

}  // namespace

TEST_CASE("a segment gives back its articles and passages, in document order") {
    const test::TemporaryFolder folder;
    std::vector<Article> articles = random_articles(1, 60);
    const SegmentInfo info = build(folder / "segment-1", articles);
    std::ranges::sort(articles, comes_before);
    const StoredSegment segment(folder / "segment-1", "");
    REQUIRE(segment.article_count() == articles.size());
    PassageSplitter splitter;
    std::uint64_t passages = 0;
    for (std::uint32_t i = 0; i < articles.size(); ++i) {
        const SplitArticle split = segment.read(i);
        REQUIRE(split.article == articles[i]);
        const auto expected = splitter.split(articles[i].body, articles[i].language);
        REQUIRE(split.passages.size() == expected.size());
        for (std::size_t n = 0; n < expected.size(); ++n) {
            REQUIRE(split.passages[n].number == expected[n].number);
            REQUIRE(split.passages[n].range == expected[n].range);
            REQUIRE(split.passages[n].breaks == expected[n].breaks);
        }
        passages += expected.size();
    }
    CHECK(info.passages == passages);
}

TEST_CASE("an article is found by its id, however long") {
    const test::TemporaryFolder folder;
    std::vector<Article> articles = random_articles(2, 5);
    articles.push_back(test::some_article(std::string(500, 'l') + "1", "one", ""));
    articles.push_back(test::some_article(std::string(500, 'l') + "2", "two", ""));
    build(folder / "segment-1", articles);
    const StoredSegment segment(folder / "segment-1", "");
    for (const Article& article : articles) {
        const auto number = segment.find(article.id);
        REQUIRE(number);
        CHECK(segment.read(*number).article == article);
    }
    CHECK_FALSE(segment.find("absent"));
    CHECK_FALSE(segment.find("id"));
}

TEST_CASE("a segment that lacks a part is damaged") {
    const test::TemporaryFolder folder;
    build(folder / "segment-1", random_articles(3, 5));
    build(folder / "segment-2", random_articles(3, 6));
    CHECK(test::caught_error([&] { return StoredSegment(folder / "absent", ""); }).kind() ==
          ErrorKind::index);
    std::filesystem::copy_file(folder / "segment-2/articles", folder / "segment-1/articles",
                               std::filesystem::copy_options::overwrite_existing);
    const Error error = test::caught_error([&] { return StoredSegment(folder / "segment-1", ""); });
    CHECK(error.kind() == ErrorKind::index);
    CHECK(test::says(error, "segment-1"));
}
