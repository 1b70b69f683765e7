#include "indexer/stored_texts.hpp"

#include "corpus/manifest.hpp"
#include "tests/catch.hpp"
#include "tests/indexer/run_index.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;

TEST_CASE("every id that finds an article finds its text") {
    const test::TemporaryFolder folder;
    folder.write("news/a.jsonl", R"({"id":"1","headline":"Storm","body":"Wind and rain."})");
    test::run_index(folder / "index", {(folder / "news").string()});
    const Manifest manifest = require_manifest(folder / "index");
    Publication publication(folder / "index", manifest.next_segment);
    SegmentSet segments(folder / "index", manifest, publication, {},
                        [](std::uint64_t, std::uint64_t) {});
    std::vector<SourceFileEntry> files(1);
    files[0].records.resize(3);
    files[0].records[0].id = "1";
    files[0].records[1].id = "copy";
    files[0].records[1].state = RecordState::duplicate;
    files[0].records[1].kept_id = "1";
    files[0].records[2].id = "old";
    files[0].records[2].state = RecordState::superseded;
    StoredTexts texts(segments, files);
    CHECK(texts.find("1")->body == "Wind and rain.");
    CHECK(texts.find("copy")->id == "copy");
    CHECK(texts.find("copy")->body == "Wind and rain.");
    CHECK_FALSE(texts.find("old"));
    CHECK_FALSE(texts.find("unknown"));
}
