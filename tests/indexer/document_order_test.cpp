#include "indexer/document_order.hpp"

#include "tests/catch.hpp"
#include "tests/indexer/built_segment.hpp"
#include "tests/indexer/varied_articles.hpp"

using namespace dateline;

TEST_CASE("articles of all sources come in document order, their documents without holes") {
    const auto articles = test::varied_articles(1, 200);
    for (const std::size_t threads : {1U, 4U}) {
        const test::Batches batches = test::analyzed(articles, threads);
        const auto order = in_document_order(test::sources_of(batches));
        const auto expected = test::in_order(articles);
        REQUIRE(order.size() == expected.size());
        DocId docid = 1;
        for (std::size_t i = 0; i < order.size(); ++i) {
            const AnalyzedArticles& source = *batches[order[i].source];
            REQUIRE(source.article(order[i].article) == expected[i]);
            REQUIRE(order[i].first_docid == docid);
            docid += source.facts(order[i].article).passages;
        }
    }
}

TEST_CASE("what is not wanted has no place") {
    const auto articles = test::varied_articles(2, 20);
    const test::Batches batches = test::analyzed(articles);
    for (std::uint32_t i = 0; i < articles.size(); i += 2) batches[0]->drop(i);
    const auto order = in_document_order(test::sources_of(batches));
    CHECK(order.size() == articles.size() / 2);
    for (const OrderedArticle& ordered : order) CHECK(ordered.article % 2 == 1);
    CHECK(order.front().first_docid == 1);
    CHECK(in_document_order({}).empty());
}
