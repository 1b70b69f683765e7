#include "indexer/document_order.hpp"

#include <algorithm>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "indexer/stored_segment.hpp"
#include "tests/catch.hpp"
#include "tests/indexer/built_segment.hpp"
#include "tests/indexer/varied_articles.hpp"

using namespace dateline;

namespace {

/// Undated articles that are in order, of which every third has the next id, and how often an id
/// was asked for.
class CountedSource : public SegmentSource {
  public:
    CountedSource(std::uint32_t number, std::uint32_t articles)
        : number_(number), asked_(articles, 0) {}

    std::uint32_t most_asked() const { return *std::ranges::max_element(asked_); }

    bool is_in_document_order() const override { return true; }
    std::uint32_t article_count() const override {
        return static_cast<std::uint32_t>(asked_.size());
    }
    bool is_wanted(std::uint32_t) const override { return true; }
    ArticleFacts facts(std::uint32_t) const override { return {.language = "en", .passages = 1}; }
    std::string id(std::uint32_t article) const override {
        ++asked_[article];
        return std::to_string(1'000'000 + 3 * article + number_);
    }
    Sketch sketch(std::uint32_t) const override { return {}; }
    std::string stored_header(std::uint32_t) const override { return {}; }
    std::uint32_t unit_count() const override { return 0; }
    VocabularyUnit unit(std::uint32_t) const override { return {}; }
    std::uint32_t form_count() const override { return 0; }
    VocabularyForm form(std::uint32_t) const override { return {}; }
    std::vector<std::uint32_t> forms_in_order() const override { return {}; }
    const DenseCode& code() const override { throw std::logic_error("the order needs no texts"); }
    void read_passages(std::uint32_t, const PassageSink&) const override {}

  private:
    std::uint32_t number_;
    mutable std::vector<std::uint32_t> asked_;
};

}  // namespace

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

TEST_CASE("of undated articles of segments each id is asked for once") {
    const CountedSource sources[]{{0, 1000}, {1, 1000}, {2, 1000}};
    const auto order =
        in_document_order(std::vector<const SegmentSource*>{&sources[0], &sources[1], &sources[2]});
    REQUIRE(order.size() == 3000);
    for (std::uint32_t i = 0; i < 3000; ++i) {
        REQUIRE(order[i].source == i % 3);
        REQUIRE(order[i].article == i / 3);
    }
    for (const CountedSource& source : sources) CHECK(source.most_asked() == 1);
    CHECK(in_document_order(std::vector<const SegmentSource*>{&sources[0]}).size() == 1000);
    CHECK(sources[0].most_asked() == 1);  // alone, none is asked for
}

TEST_CASE("segments are put together in document order") {
    const auto articles = test::varied_articles(3, 120);
    const test::TemporaryFolder folder;
    std::vector<std::unique_ptr<StoredSegment>> segments;
    std::vector<const SegmentSource*> sources;
    for (std::size_t part = 0; part < 3; ++part) {
        std::vector<Article> some;
        for (std::size_t i = part; i < articles.size(); i += 3) some.push_back(articles[i]);
        const auto path = folder / std::to_string(part);
        test::build_segment(path, some);
        segments.push_back(std::make_unique<StoredSegment>(path, "", Tombstones()));
        sources.push_back(segments.back().get());
    }
    const auto order = in_document_order(sources);
    const auto expected = test::in_order(articles);
    REQUIRE(order.size() == expected.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        REQUIRE(segments[order[i].source]->article(order[i].article) == expected[i]);
}
