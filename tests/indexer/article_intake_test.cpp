#include "indexer/article_intake.hpp"

#include "tests/catch.hpp"
#include "tests/indexer/some_articles.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;

namespace {

/// An intake into a new index whose root 0 is named.
struct TestIntake {
    explicit TestIntake(std::uint64_t batch_text_bytes) : batch_bytes(batch_text_bytes) {}

    test::TemporaryFolder folder;
    std::uint64_t batch_bytes;
    Manifest manifest{};
    Roots roots{{{"/archive", "", ""}}, {true}};
    PreviousRecords previous{{}};
    Publication publication{folder.path(), 1};
    SegmentSet segments{folder.path(), manifest, publication, [](std::uint64_t, std::uint64_t) {}};
    ArticleIntake intake{previous, segments, batch_bytes};

    void read(std::string_view path, const std::vector<Article>& articles) {
        SourceFileEntry file;
        file.path = path;
        intake.begin_file(file);
        for (const Article& article : articles) intake.take(article, false);
        intake.end_file();
    }
};

}  // namespace

TEST_CASE("every record is counted once, whatever the size of a batch") {
    for (const std::uint64_t batch_bytes : {1, 500, 1'000'000}) {
        std::mt19937 random(1);
        TestIntake test(batch_bytes);
        Article storm = test::random_article(random, "1");
        storm.headline = "Storm";
        storm.date = test::dated(1);
        Article newer = test::random_article(random, "1");
        newer.headline = "Storm";
        newer.date = test::dated(2);
        Article calm = test::random_article(random, "1");
        calm.headline = "Calm";
        calm.date = {};
        test.read("a", {storm, test::random_article(random, "2")});
        test.read("b", {newer, calm, storm});
        test.intake.finish(test.roots);

        const IntakeCounts& counts = test.intake.counts();
        CHECK(ledger_line(counts.ledger) ==
              "read 5 = indexed 3 + unchanged 0 + duplicate 0 + superseded 2 + skipped 0 + "
              "rejected 0; removed 0");
        CHECK(counts.renamed_ids == 1);
        CHECK(test.intake.files()[0].records[0].superseded);
        CHECK_FALSE(test.intake.files()[1].records[0].superseded);
        CHECK(test.intake.files()[1].records[1].id == "1~2");
        CHECK(test.intake.files()[1].records[2].superseded);
        std::uint64_t in_segments = 0;
        for (const SegmentInfo& info : test.segments.segments()) in_segments += info.articles;
        CHECK(in_segments == 3);
    }
}

TEST_CASE("skips and rejections are counted with their file") {
    TestIntake test(1000);
    test.intake.begin_file({});
    test.intake.take_skip();
    test.intake.take_rejection();
    test.intake.take_rejection();
    CHECK(test.intake.end_file().rejected == 2);
    test.intake.finish(test.roots);
    CHECK(test.intake.counts().ledger.read == 3);
    CHECK(test.intake.counts().ledger.adds_up());
    CHECK(test.intake.files().front().skipped == 1);
}

TEST_CASE("undated articles are counted, and those of them with ambiguous dates") {
    std::mt19937 random(2);
    TestIntake test(1000);
    test.intake.begin_file({});
    for (const std::string id : {"dated", "undated", "ambiguous"}) {
        Article article = test::random_article(random, id);
        article.date = id == "dated" ? test::dated(5) : Date{};
        test.intake.take(article, id == "ambiguous");
    }
    test.intake.end_file();
    test.intake.finish(test.roots);
    CHECK(test.intake.counts().undated == 2);
    CHECK(test.intake.counts().ambiguous_dates == 1);
}
