#include "indexer/article_intake.hpp"

#include "indexer/segment_set.hpp"
#include "tests/catch.hpp"
#include "tests/indexer/some_articles.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;

namespace {

/// An intake into a new index whose root 0 is named.
struct TestIntake {
    explicit TestIntake(std::uint64_t memory_bytes, std::vector<SourceFileEntry> before = {})
        : memory(memory_bytes), previous(std::move(before)) {}

    test::TemporaryFolder folder;
    std::uint64_t memory;
    Manifest manifest{};
    Roots roots{{{folder.path().string(), "", ""}}, {true}};
    ReadOptions reading{};
    FieldDefaults defaults{};
    IdSet withdrawn{};
    PreviousRecords previous;
    Publication publication{folder.path(), 1};
    SegmentSet segments{
        folder.path(), manifest, publication, {.memory = memory}, [](std::uint64_t, std::uint64_t) {
        }};
    StoredTexts stored{segments, previous.files()};
    SourceTexts sources{roots, reading, defaults};
    EarlierWork earlier{};
    ArticleTexts texts{segments, stored, sources, earlier, false};
    int batches = 0;
    ArticleIntake intake{previous, texts, withdrawn, {}, [this] { ++batches; }};

    void read(std::string_view path, const std::vector<Article>& articles) {
        SourceFileEntry file;
        file.path = path;
        intake.begin_file(file);
        for (const Article& article : articles) intake.take(article, false);
        intake.end_file();
    }
    TextPlace place(const std::string& id) { return intake.claims().find(id)->place; }
};

Article dated_article(std::string_view id, std::string_view headline, Day day) {
    Article article = test::some_article(id, headline, "Some text of " + std::string(headline));
    article.date = test::dated(day);
    return article;
}

}  // namespace

TEST_CASE("of versions the newest stays in memory or in a segment, whatever the size of a batch") {
    for (const std::uint64_t memory : {1, 1 << 30}) {
        TestIntake test(memory);
        test.read("a", {dated_article("1", "Storm", 1), dated_article("2", "Rain", 1)});
        test.read("b", {dated_article("1", "Storm", 2), dated_article("1", "Calm", 1),
                        dated_article("1", "Storm", 1)});
        CHECK((test.batches > 0) == (memory == 1));
        const auto& files = test.intake.files();
        CHECK(files[0].records[0].state == RecordState::superseded);
        CHECK(files[1].records[0].state == RecordState::indexed);
        CHECK(files[1].records[1].id == "1~2");
        CHECK(files[1].records[2].state == RecordState::superseded);
        test.intake.write_batch();
        for (const std::string id : {"1", "2", "1~2"}) CHECK(test.place(id) == TextPlace::written);
        std::uint64_t in_segments = 0;
        for (const SegmentInfo& info : test.segments.save()) in_segments += info.articles;
        CHECK(in_segments == 3);
    }
}

TEST_CASE("of equal articles only the one with the least id takes room") {
    TestIntake test(1 << 30);
    const Article equal = dated_article("", "Storm", 1);
    const auto with_id = [&](std::string_view id) {
        Article article = equal;
        article.id = id;
        return article;
    };
    test.read("a", {with_id("m"), with_id("x"), with_id("b")});
    CHECK(test.place("m") == TextPlace::absent);
    CHECK(test.place("x") == TextPlace::absent);
    CHECK(test.place("b") == TextPlace::batch);
}

TEST_CASE("a file that is as it was is entered without its texts") {
    SourceFileEntry before;
    before.path = "a";
    before.problems.resize(2);
    before.records.resize(2);
    before.records[0].id = "1";
    before.records[0].duplicate_key = {1, 1};
    before.records[1].id = "2";
    before.records[1].state = RecordState::superseded;
    TestIntake test(1000, {before});
    test.intake.replay(before);
    CHECK(test.intake.files().front() == before);
    CHECK(test.place("1") == TextPlace::in_force);
    CHECK(test.place("2") == TextPlace::absent);
    CHECK(test.intake.records_read(0) == 2);
}

TEST_CASE(
    "what a file held stays where it could not be read to its end, and what vanished on request") {
    SourceFileEntry before;
    before.path = "a";
    before.records.resize(2);
    before.records[0].id = "1";
    before.records[1].id = "2";
    before.records[1].duplicate_key = {1, 1};
    TestIntake broken(1000, {before});
    broken.intake.begin_file({});
    broken.intake.files().back().path = "a";
    broken.intake.take(dated_article("2", "Rain", 1), false);
    broken.intake.keep_rest_of_file();
    broken.intake.end_file();
    REQUIRE(broken.intake.files().front().records.size() == 2);
    CHECK(broken.intake.files().front().records[1].id == "1");
    CHECK(broken.place("1") == TextPlace::in_force);

    TestIntake vanished(1000, {before});
    vanished.intake.keep_vanished(vanished.roots);
    REQUIRE(vanished.intake.files().size() == 1);
    CHECK(vanished.intake.files().front().path.empty());
    CHECK(vanished.intake.files().front().records.size() == 2);
    CHECK(vanished.intake.records_read(0) == 0);
}
