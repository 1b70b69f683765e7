#include "indexer/analysis_pool.hpp"

#include <algorithm>
#include <map>

#include "tests/catch.hpp"
#include "tests/indexer/varied_articles.hpp"

using namespace dateline;

namespace {

/// The articles of all threads by number. Checks that those of a thread come in order.
std::map<std::size_t, Article> contents(
    const std::vector<std::unique_ptr<AnalyzedArticles>>& made) {
    std::map<std::size_t, Article> articles;
    for (const auto& of_thread : made)
        for (std::uint32_t i = 0; i < of_thread->article_count(); ++i) {
            if (i > 0) CHECK(of_thread->number(i - 1) < of_thread->number(i));
            CHECK(articles.emplace(of_thread->number(i), of_thread->article(i)).second);
        }
    return articles;
}

}  // namespace

TEST_CASE("every article is analysed once, whatever the number of threads") {
    const std::size_t threads = GENERATE(1U, 2U, 7U);
    const auto articles = test::varied_articles(1, 300);
    AnalysisPool pool(threads, 1000);
    for (int round = 0; round < 2; ++round) {
        for (std::size_t i = 0; i < articles.size(); ++i) pool.add(articles[i], i + 5);
        pool.wait();
        CHECK(contents(pool.made()).size() == articles.size());
        const auto made = pool.take();
        CHECK(made.size() == threads);
        const auto found = contents(made);
        REQUIRE(found.size() == articles.size());
        for (std::size_t i = 0; i < articles.size(); ++i) REQUIRE(found.at(i + 5) == articles[i]);
        CHECK(contents(pool.made()).empty());
    }
}

TEST_CASE("more text than may wait is taken as it is analysed") {
    std::mt19937 random(2);
    const Article article = test::some_article("a", "Long", test::some_words(random, 150'000));
    AnalysisPool pool(2, 1000);
    for (std::size_t i = 0; i < 9; ++i) pool.add(article, i);
    pool.wait();
    CHECK(contents(pool.made()).size() == 9);
}

TEST_CASE("a pool that nobody waits for gives up what is left") {
    std::mt19937 random(3);
    const Article article = test::some_article("a", "Long", test::some_words(random, 20'000));
    AnalysisPool pool(2, 1000);
    for (std::size_t i = 0; i < 10; ++i) pool.add(article, i);
}

TEST_CASE("nothing to wait for is no wait") {
    AnalysisPool pool(3, 1000);
    pool.wait();
    CHECK(contents(pool.take()).empty());
    pool.wait();
}
