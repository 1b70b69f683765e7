#include "indexer/run_checkpoint.hpp"

#include <functional>

#include "tests/catch.hpp"
#include "tests/indexer/some_articles.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;

namespace {

SourceRecord record(const std::string& id) {
    SourceRecord made;
    made.id = id;
    made.content_hash = 1;
    made.duplicate_key = {std::hash<std::string>{}(id), 0};
    return made;
}

SourceFileEntry file(const std::string& path, const std::vector<std::string>& ids) {
    SourceFileEntry made;
    made.path = path;
    made.size = made.reading_hash = made.bytes_hash = 5;
    made.mtime_ns = 5;
    for (const std::string& id : ids) made.records.push_back(record(id));
    return made;
}

/// A run over a.jsonl, which has changed, b.jsonl, which is being read, and more that is still to
/// come. No text of before can be had, so equal ids are told by their file.
struct TestRun {
    explicit TestRun(std::vector<SourceFileEntry> work = {}) : earlier(std::move(work)) {
        // As if an earlier run had written these texts.
        for (const std::string& id : earlier.left())
            segments.add(test::some_article(id, "Headline " + id, "Earlier " + id));
        segments.write_batch();
    }

    test::TemporaryFolder folder{};
    Manifest manifest{};
    Publication publication{folder.path(), 1};
    SegmentSet segments{
        folder.path(), manifest, publication, {}, [](std::uint64_t, std::uint64_t) {}};
    Roots roots{{{folder.path().string(), "", ""}}, {true}};
    ReadOptions reading{};
    FieldDefaults defaults{};
    IdSet withdrawn{};
    PreviousRecords previous{{file("a.jsonl", {"1", "2"}), file("b.jsonl", {"3", "4"}),
                              file("c.jsonl", {"5"}), file("d.jsonl", {"6"})}};
    std::vector<SourceFileEntry> nothing{};
    StoredTexts stored{segments, nothing};
    SourceTexts sources{roots, reading, defaults};
    EarlierWork earlier;
    ArticleTexts texts{segments, stored, sources, earlier, false};
    ArticleIntake intake{previous, texts, withdrawn, {}, [] {}};

    void begin(const std::string& path) { intake.begin_file(file(path, {})); }
    void take(const std::string& id) {
        intake.take(test::some_article(id, "Headline " + id, "Body " + id), false);
    }
    std::vector<SourceFileEntry> work() {
        intake.write_batch();
        return work_so_far(intake, earlier);
    }
};

using Ids = std::vector<std::string>;

Ids indexed_ids(const SourceFileEntry& entry) {
    Ids ids;
    for (const SourceRecord& one : entry.records)
        if (one.state == RecordState::indexed) ids.push_back(one.id);
    return ids;
}

}  // namespace

TEST_CASE("the work so far is the texts written, by their files") {
    TestRun run;
    run.begin("a.jsonl");
    run.take("1");
    run.take("1");  // a newer version
    run.intake.end_file();
    run.intake.replay(run.previous.files()[2]);
    run.begin("e.jsonl");
    run.take("7");
    const auto files = run.work();
    REQUIRE(files.size() == 2);  // what was replayed is replayed again as easily
    CHECK(files[0].path == "a.jsonl");
    CHECK(files[0].records.size() == 1);
    CHECK(indexed_ids(files[0]) == Ids{"1"});
    CHECK(files[1].path == "e.jsonl");
    CHECK(indexed_ids(files[1]) == Ids{"7"});
}

TEST_CASE("work that a run went on from and has not met yet stays in its own checkpoint") {
    TestRun run({file("a.jsonl", {"1", "2"}), file("d.jsonl", {"6"})});
    run.begin("a.jsonl");  // it has changed since
    run.take("1");
    run.intake.end_file();
    const auto files = run.work();
    REQUIRE(files.size() == 2);
    CHECK(indexed_ids(files[0]) == Ids{"1", "2"});
    CHECK(files[1].path == "d.jsonl");
    CHECK(indexed_ids(files[1]) == Ids{"6"});
}

TEST_CASE("where an earlier run had read more of a file, its texts stay in reach") {
    TestRun run({file("d.jsonl", {"6", "7", "8"})});
    run.begin("d.jsonl");
    run.take("6");
    const auto files = run.work();
    REQUIRE(files.size() == 1);
    CHECK(indexed_ids(files[0]) == Ids{"6", "7", "8"});
}
