#include <chrono>
#include <set>

#include "indexer/publication.hpp"
#include "tests/catch.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;

namespace {

namespace fs = std::filesystem;

using Names = std::set<std::string>;

Names names_in(const fs::path& folder) {
    Names names;
    for (const auto& entry : fs::directory_iterator(folder))
        names.insert(entry.path().filename().string());
    return names;
}

void set_age(const fs::path& file, int seconds) {
    fs::last_write_time(file, fs::file_time_type::clock::now() - std::chrono::seconds(seconds));
}

// Manifest N has segment-N and sources-N.
void publish(const test::TemporaryFolder& folder, std::uint64_t number, int age_seconds) {
    const std::string n = std::to_string(number);
    Manifest manifest;
    manifest.number = number;
    manifest.sources = "sources-" + n;
    manifest.segments.resize(1);
    manifest.segments.front().name = "segment-" + n;
    folder.write("segment-" + n + "/postlist.glass", "");
    folder.write(manifest.sources, "");
    set_age(folder.write("manifest-" + n, encode_manifest(manifest)), age_seconds);
}

}  // namespace

TEST_CASE("the last manifests stay with what they name, older ones go after the grace time") {
    const test::TemporaryFolder folder;
    for (const std::uint64_t number : {1, 2, 3, 4, 5}) publish(folder, number, 1000);
    folder.write("CURRENT", "manifest-5\n");
    folder.write("lock", "");
    remove_outdated(folder.path(), 5);
    CHECK(names_in(folder.path()) == Names{"CURRENT", "lock", "manifest-3", "manifest-4",
                                           "manifest-5", "segment-3", "segment-4", "segment-5",
                                           "sources-3", "sources-4", "sources-5"});
}

TEST_CASE("what a search may still be opening stays") {
    const test::TemporaryFolder folder;
    publish(folder, 1, 1000);
    publish(folder, 2, 1000);
    publish(folder, 3, 5);  // 2 went out of force 5 seconds ago
    publish(folder, 4, 4);
    publish(folder, 5, 3);
    remove_outdated(folder.path(), 5);
    CHECK(names_in(folder.path()) == Names{"manifest-2", "manifest-3", "manifest-4", "manifest-5",
                                           "segment-2", "segment-3", "segment-4", "segment-5",
                                           "sources-2", "sources-3", "sources-4", "sources-5"});
}

TEST_CASE("what a writer that died has left goes, and nothing of others") {
    const test::TemporaryFolder folder;
    publish(folder, 1, 0);
    publish(folder, 2, 0);  // was never put in force
    folder.write("segment-9/postlist.glass", "");
    folder.write("dictionary-8", "");
    folder.write("CURRENT.new", "");
    folder.write("notes.txt", "");
    remove_outdated(folder.path(), 1);
    CHECK(names_in(folder.path()) == Names{"manifest-1", "segment-1", "sources-1", "notes.txt"});
}

TEST_CASE("where a run begins later sources stay, which know what was withdrawn") {
    const test::TemporaryFolder folder;
    publish(folder, 3, 0);
    fs::remove(folder / "manifest-3");
    folder.write("notes.txt", "");
    remove_outdated(folder.path(), 0, true);
    CHECK(names_in(folder.path()) == Names{"notes.txt", "sources-3"});
    publish(folder, 1, 0);
    remove_outdated(folder.path(), 1, true);
    CHECK(fs::exists(folder / "sources-3"));
    remove_outdated(folder.path(), 1);
    CHECK(names_in(folder.path()) == Names{"manifest-1", "notes.txt", "segment-1", "sources-1"});
}

TEST_CASE("segments that a kept manifest shares with an old one stay") {
    const test::TemporaryFolder folder;
    for (const std::uint64_t number : {1, 2, 3, 4}) publish(folder, number, 1000);
    Manifest manifest = decode_manifest(test::read_bytes(folder / "manifest-4"), "");
    manifest.segments.resize(2);
    manifest.segments.back().name = "segment-1";
    manifest.dictionary = "dictionary-1";
    folder.write("dictionary-1", "");
    folder.write("manifest-4", encode_manifest(manifest));
    remove_outdated(folder.path(), 4);
    const Names names = names_in(folder.path());
    CHECK(names.contains("segment-1"));
    CHECK(names.contains("dictionary-1"));
    CHECK_FALSE(names.contains("manifest-1"));
}

TEST_CASE("where the manifest in force cannot be read nothing goes") {
    const test::TemporaryFolder folder;
    for (const std::uint64_t number : {1, 2, 3, 4, 5}) publish(folder, number, 1000);
    fs::remove(folder / "manifest-5");
    fs::create_directory(folder / "manifest-5");  // what a disk that fails looks like to a reader
    const Names before = names_in(folder.path());
    remove_outdated(folder.path(), 5);
    CHECK(names_in(folder.path()) == before);
    fs::remove(folder / "manifest-5");
    folder.write("manifest-5", "{}");
    remove_outdated(folder.path(), 5);
    CHECK(names_in(folder.path()) == before);
}

TEST_CASE("an earlier manifest that cannot be read for the moment keeps everything") {
    const test::TemporaryFolder folder;
    for (const std::uint64_t number : {1, 2, 3, 4, 5}) publish(folder, number, 1000);
    fs::remove(folder / "manifest-4");
    fs::create_directory(folder / "manifest-4");
    const Names before = names_in(folder.path());
    remove_outdated(folder.path(), 5);
    CHECK(names_in(folder.path()) == before);
}
