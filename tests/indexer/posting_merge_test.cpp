#include "indexer/posting_merge.hpp"

#include "tests/catch.hpp"
#include "tests/caught_error.hpp"
#include "tests/indexer/built_segment.hpp"
#include "tests/indexer/recorded_writer.hpp"
#include "tests/indexer/varied_articles.hpp"

using namespace dateline;

namespace {

/// Segments of articles dealt out at random, some of them buried.
struct Segments {
    test::TemporaryFolder folder;
    std::vector<std::unique_ptr<StoredSegment>> segments{};
    std::vector<Article> living{};

    Segments(unsigned seed, int count, unsigned parts) {
        std::mt19937 random(seed);
        std::vector<std::vector<Article>> of_part(parts);
        for (Article& article : test::varied_articles(seed, count))
            of_part[random() % parts].push_back(std::move(article));
        for (unsigned i = 0; i < parts; ++i) {
            const auto path = folder / ("segment-" + std::to_string(i + 1));
            test::build_segment(path, of_part[i]);
            segments.push_back(std::make_unique<StoredSegment>(path, "", Tombstones()));
            for (const Article& article : of_part[i])
                if (random() % 4 == 0)
                    segments.back()->bury(*segments.back()->find(article.id));
                else
                    living.push_back(article);
        }
    }

    test::RecordedWriter merged() const {
        std::vector<StoredSegment*> pointers;
        std::vector<const SegmentSource*> sources;
        for (const auto& segment : segments) {
            pointers.push_back(segment.get());
            sources.push_back(segment.get());
        }
        test::RecordedWriter writer;
        write_merged(pointers, in_document_order(sources), writer);
        return writer;
    }
};

}  // namespace

TEST_CASE("merged lists hold the living articles' passages under their new numbers") {
    for (const unsigned parts : {1U, 2U, 6U}) {
        const Segments test(parts, 120, parts);
        const auto expected = test::naive_terms(test::in_order(test.living));
        const test::RecordedWriter writer = test.merged();
        CHECK(writer.documents == expected);
        CHECK(writer.lengths == test::lengths_of(expected));
    }
}

TEST_CASE("nothing living gives no lists") {
    const Segments test(7, 20, 2);
    for (const auto& segment : test.segments)
        for (std::uint32_t i = 0; i < segment->article_count(); ++i) segment->bury(i);
    CHECK(test.merged().documents.empty());
}

TEST_CASE("a list that names a passage which is not there is damage") {
    const Segments test(8, 10, 1);
    StoredSegment& segment = *test.segments.front();
    const DocId passages = segment.articles().passage_count();
    const std::vector<std::uint32_t> lengths(passages, 1);
    const auto writer = open_bulk_writer(segment.folder());
    writer->add_lengths(lengths);
    writer->add_term("term", std::vector<Posting>{{passages, 1}, {passages + 1, 1}});
    writer->finish();
    const Error error = test::caught_error([&] { return test.merged().lengths; });
    CHECK(error.kind() == ErrorKind::index);
    CHECK(test::says(error, "segment-1"));
}
