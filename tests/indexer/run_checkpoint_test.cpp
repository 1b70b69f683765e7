#include "indexer/run_checkpoint.hpp"

#include <functional>
#include <set>

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
    test::TemporaryFolder folder;
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
    ArticleTexts texts{segments, stored, sources, false};
    ArticleIntake intake{previous, texts, withdrawn, {}, [] {}};

    void begin(const std::string& path) { intake.begin_file(file(path, {})); }
    void take(const std::string& id) {
        intake.take(test::some_article(id, "Headline " + id, "Body " + id), false);
    }
    Checkpoint checkpoint() {
        intake.write_batch();
        Checkpoint made;
        fill_in_sources(made, intake, previous, {});
        return made;
    }
};

std::vector<std::string> indexed_ids(const SourceFileEntry& entry) {
    std::vector<std::string> ids;
    for (const SourceRecord& one : entry.records)
        if (one.state == RecordState::indexed) ids.push_back(one.id);
    return ids;
}

}  // namespace

TEST_CASE("a checkpoint is as if the files read so far were all that has changed") {
    using Ids = std::vector<std::string>;
    TestRun run;
    run.begin("a.jsonl");
    run.take("1");
    run.intake.end_file();
    run.begin("b.jsonl");
    run.take("3");
    const Checkpoint checkpoint = run.checkpoint();
    const auto& files = checkpoint.sources.files;
    REQUIRE(files.size() == 5);
    CHECK(files[0].path.empty());  // what is gone from a.jsonl may be met elsewhere
    CHECK(indexed_ids(files[0]) == Ids{"2"});
    CHECK(indexed_ids(files[1]) == Ids{"1"});
    CHECK(files[1].reading_hash == 5);
    CHECK(indexed_ids(files[2]) == Ids{"3", "4"});  // the rest of b.jsonl is still to come
    CHECK(files[2].reading_hash == 0);              // so it is read again
    CHECK(files[3] == run.previous.files()[2]);
    CHECK(checkpoint.dead == Ids{"1", "3"});
}

TEST_CASE("no article is alive twice in a checkpoint") {
    using Ids = std::vector<std::string>;
    TestRun run;
    run.intake.replay(run.previous.files()[0]);
    run.begin("b.jsonl");
    run.take("3");
    run.intake.end_file();
    run.intake.replay(run.previous.files()[2]);
    run.begin("d.jsonl");
    run.take("6");
    run.take("6");
    run.intake.end_file();
    const Checkpoint checkpoint = run.checkpoint();
    std::multiset<std::string> living;
    for (const SourceFileEntry& entry : checkpoint.sources.files)
        for (const std::string& id : indexed_ids(entry)) living.insert(id);
    CHECK(living == std::multiset<std::string>{"1", "2", "3", "4", "5", "6"});
    CHECK(checkpoint.dead == Ids{"3", "6"});
}
