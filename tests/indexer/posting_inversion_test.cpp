#include "indexer/posting_inversion.hpp"

#include "tests/catch.hpp"
#include "tests/indexer/built_segment.hpp"
#include "tests/indexer/recorded_writer.hpp"
#include "tests/indexer/varied_articles.hpp"

using namespace dateline;

namespace {

test::RecordedWriter inverted(const test::Batches& batches) {
    std::vector<const AnalyzedArticles*> sources;
    for (const auto& batch : batches) sources.push_back(batch.get());
    test::RecordedWriter writer;
    write_inverted(sources, in_document_order(test::sources_of(batches)), writer);
    return writer;
}

}  // namespace

TEST_CASE("each list has the passages of the articles in document order, and lengths are sums") {
    const auto articles = test::varied_articles(1, 200);
    const auto expected = test::naive_terms(test::in_order(articles));
    for (const std::size_t threads : {1U, 3U}) {
        const test::RecordedWriter writer = inverted(test::analyzed(articles, threads));
        CHECK(writer.documents == expected);
        CHECK(writer.lengths == test::lengths_of(expected));
    }
}

TEST_CASE("terms of dropped articles alone are not written") {
    auto articles = test::varied_articles(2, 30);
    const test::Batches batches = test::analyzed(articles);
    for (std::uint32_t i = 10; i < 30; ++i) batches[0]->drop(i);
    articles.resize(10);
    CHECK(inverted(batches).documents == test::naive_terms(test::in_order(articles)));
    for (std::uint32_t i = 0; i < 10; ++i) batches[0]->drop(i);
    CHECK(inverted(batches).documents.empty());
}

TEST_CASE("passages far apart are told apart") {
    // Steps of one, two and three bytes between the docids of a list.
    std::vector<Article> articles;
    for (int i = 0; i < 40'000; ++i)
        articles.push_back(test::some_article(std::to_string(100'000 + i), "",
                                              i % 200 == 0  ? "rare"
                                              : i == 39'999 ? "last"
                                                            : ""));
    articles.front().body = "rare last";
    const test::RecordedWriter writer = inverted(test::analyzed(articles));
    REQUIRE(writer.documents.size() == articles.size());
    for (std::size_t i = 0; i < articles.size(); ++i) {
        REQUIRE(writer.documents[i].contains("rare") == (i % 200 == 0));
        REQUIRE(writer.documents[i].contains("last") == (i == 0 || i == 39'999));
    }
}
