#include "indexer/article_batch.hpp"

#include <algorithm>

#include "tests/catch.hpp"
#include "tests/indexer/built_segment.hpp"
#include "tests/indexer/varied_articles.hpp"

using namespace dateline;

TEST_CASE("articles of a batch are numbered as they come and given back by number") {
    const std::size_t threads = GENERATE(1U, 3U);
    const auto articles = test::varied_articles(1, 100);
    ArticleBatch batch(threads, 1000);
    for (std::size_t i = 0; i < articles.size(); ++i) {
        REQUIRE(batch.add(articles[i]) == i);
        if (i % 10 == 0) REQUIRE(batch.article(i / 2) == articles[i / 2]);
    }
    CHECK(batch.size() == articles.size());
    for (std::size_t i = 0; i < articles.size(); ++i) REQUIRE(batch.article(i) == articles[i]);
}

TEST_CASE("a batch that was taken holds all but what was dropped, and begins anew") {
    const auto articles = test::varied_articles(2, 50);
    ArticleBatch batch(2, 1000);
    for (int round = 0; round < 2; ++round) {
        for (const Article& article : articles) batch.add(article);
        batch.drop(0);
        batch.drop(31);
        batch.drop(31);
        CHECK(batch.article(31) == articles[31]);
        const test::Batches made = batch.take();
        std::vector<std::size_t> wanted;
        for (const auto& of_thread : made)
            for (std::uint32_t i = 0; i < of_thread->article_count(); ++i)
                if (of_thread->is_wanted(i)) wanted.push_back(of_thread->number(i));
        std::ranges::sort(wanted);
        CHECK(wanted.size() == articles.size() - 2);
        CHECK_FALSE(std::ranges::binary_search(wanted, 0U));
        CHECK_FALSE(std::ranges::binary_search(wanted, 31U));
        CHECK(batch.size() == 0);
        CHECK(batch.memory() == 0);
        CHECK(batch.text_bytes() == 0);
    }
}

TEST_CASE("the memory that a batch is said to take depends on its articles alone") {
    const auto articles = test::varied_articles(3, 60);
    std::vector<std::uint64_t> expected;
    for (const std::size_t threads : {1U, 2U, 7U}) {
        ArticleBatch batch(threads, threads * 100);
        std::uint64_t text_bytes = 0;
        std::vector<std::uint64_t> memory;
        for (const Article& article : articles) {
            const std::uint64_t before = batch.memory();
            batch.add(article);
            text_bytes += article.headline.size() + article.body.size();
            REQUIRE(batch.memory() - before >= article.headline.size() + article.body.size());
            memory.push_back(batch.memory());
        }
        CHECK(batch.text_bytes() == text_bytes);
        if (expected.empty()) expected = memory;
        CHECK(memory == expected);
    }
}
