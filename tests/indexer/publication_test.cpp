#include "indexer/publication.hpp"

#include "tests/catch.hpp"
#include "tests/caught_error.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;

namespace {

std::filesystem::path make_segment(Publication& publication) {
    const std::filesystem::path segment = publication.new_segment();
    std::filesystem::create_directories(segment);
    return segment;
}

}  // namespace

TEST_CASE("what is published is in force, with its sources and the next free number") {
    const test::TemporaryFolder folder;
    Manifest manifest;
    manifest.number = 4;
    {
        Publication publication(folder.path(), 7);
        CHECK(make_segment(publication) == folder / "segment-7");
        manifest.dictionary = publication.write_file("dictionary", "words");
        CHECK(make_segment(publication) == folder / "segment-9");
        publication.publish(manifest, "sources");
    }
    const auto published = read_current_manifest(folder.path());
    REQUIRE(published);
    CHECK(published->number == 5);
    CHECK(published->next_segment == 10);
    CHECK(published->published.size() == 20);
    CHECK(test::read_bytes(folder / published->sources) == "sources");
    CHECK(test::read_bytes(folder / "dictionary-8") == "words");
    CHECK(std::filesystem::exists(folder / "segment-7"));
    CHECK_FALSE(std::filesystem::exists(folder / "CURRENT.new"));
}

TEST_CASE("what is not published is gone, and the index stays as it was") {
    const test::TemporaryFolder folder;
    Publication(folder.path(), 1).publish({}, "first");
    {
        Publication publication(folder.path(), 1);
        make_segment(publication);
        publication.write_file("dictionary", "words");
    }
    CHECK_FALSE(std::filesystem::exists(folder / "segment-1"));
    CHECK_FALSE(std::filesystem::exists(folder / "dictionary-2"));
    CHECK(read_current_manifest(folder.path())->number == 1);
}

TEST_CASE("a publication that fails half-way leaves no files") {
    const test::TemporaryFolder folder;
    std::filesystem::create_directories(folder / "CURRENT/occupied");
    const Error error = test::caught_error([&] {
        Publication publication(folder.path(), 1);
        publication.publish({}, "sources");
        return 0;
    });
    CHECK(error.kind() == ErrorKind::input_output);
    CHECK_FALSE(std::filesystem::exists(folder / "manifest-1"));
    CHECK_FALSE(std::filesystem::exists(folder / "sources-1"));
}

TEST_CASE("files of any kind get names of their own, and stay when published") {
    const test::TemporaryFolder folder;
    Publication publication(folder.path(), 3);
    const std::string tombstones = publication.write_file("tombstones", "dead");
    const std::string copies = publication.write_file("copies", "alike");
    CHECK(tombstones == "tombstones-3");
    CHECK(copies == "copies-4");
    CHECK(make_segment(publication) == folder / "segment-5");
    publication.discard(folder / "segment-5");
    CHECK_FALSE(std::filesystem::exists(folder / "segment-5"));
    publication.publish({}, "");
    CHECK(test::read_bytes(folder / tombstones) == "dead");
    CHECK(test::read_bytes(folder / copies) == "alike");
    CHECK(read_current_manifest(folder.path())->next_segment == 6);
}
