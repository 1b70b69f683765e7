#include "indexer/manifest_files.hpp"

#include <algorithm>

#include "tests/catch.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;

TEST_CASE("every file that a manifest names is known, and the missing one is named") {
    Manifest manifest;
    manifest.sources = "sources-1";
    manifest.dictionary = "dictionary-1";
    manifest.segments.resize(2);
    manifest.segments[0].name = "segment-1";
    manifest.segments[1].name = "segment-2";
    manifest.segments[1].tombstones = "tombstones-3";
    std::vector<std::string> files = files_of(manifest);
    std::ranges::sort(files);
    CHECK(files == std::vector<std::string>{"dictionary-1", "segment-1", "segment-2", "sources-1",
                                            "tombstones-3"});
    const test::TemporaryFolder folder;
    for (const std::string& file : files) {
        CHECK(missing_file(folder.path(), manifest));
        folder.write(file, "");
    }
    CHECK_FALSE(missing_file(folder.path(), manifest));
    std::filesystem::remove(folder / "tombstones-3");
    CHECK(missing_file(folder.path(), manifest) == "tombstones-3");
}
