#include "corpus/file_marks.hpp"

#include "corpus/error.hpp"
#include "tests/catch.hpp"
#include "tests/caught_error.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;
using test::caught_error;

namespace {

struct MarkedIndex {
    test::TemporaryFolder folder;
    Manifest manifest;

    MarkedIndex() {
        for (const char* file : {"sources-4", "copies-2", "tombstones-3", "segment-1/articles",
                                 "segment-1/checksums", "segment-1/postlist.glass"})
            folder.write(file, std::string("contents of ") + file);
        manifest.number = 4;
        manifest.sources = "sources-4";
        manifest.copies = "copies-2";
        SegmentInfo& segment = manifest.segments.emplace_back();
        segment.name = "segment-1";
        segment.tombstones = "tombstones-3";
        manifest.marks = marks_of_files(folder.path(), manifest);
    }
    bool is_published(const std::string& name) const {
        try {
            require_published(folder.path(), manifest, name);
            return true;
        } catch (const Error& error) {
            CHECK(error.kind() == ErrorKind::index);
            return false;
        }
    }
};

}  // namespace

TEST_CASE("each thing that a manifest names has a mark, and holds as it was published") {
    const MarkedIndex index;
    CHECK(index.manifest.marks.size() == 4);
    for (const auto& [name, mark] : index.manifest.marks) {
        CHECK(index.is_published(name));
        CHECK(mark == mark_of(index.folder / name));
    }
    CHECK_FALSE(index.is_published("segment-2"));
}

TEST_CASE("another end or size is another file") {
    for (const char* file : {"sources-4", "copies-2", "tombstones-3"}) {
        const MarkedIndex index;
        const std::string bytes = test::read_bytes(index.folder / file);
        index.folder.write(file, bytes + "x");
        CHECK_FALSE(index.is_published(file));
        index.folder.write(file, bytes.substr(0, bytes.size() - 1) + "x");
        CHECK_FALSE(index.is_published(file));
        index.folder.write(file, bytes);
        CHECK(index.is_published(file));
    }
    // The checksum of a long one stands in one of its ends.
    const test::TemporaryFolder folder;
    std::string bytes(20'000, 'x');
    const std::uint64_t mark = mark_of(folder.write("file", bytes));
    for (const std::size_t at : {std::size_t{0}, std::size_t{24}, bytes.size() - 1}) {
        bytes[at] = 'y';
        CHECK(mark_of(folder.write("file", bytes)) != mark);
        bytes[at] = 'x';
    }
    CHECK(mark_of(folder.write("file", bytes)) == mark);
}

TEST_CASE("a segment is its own flat files: what Xapian vouches for or others leave is not") {
    const MarkedIndex index;
    index.folder.write("segment-1/postlist.glass", "others");
    for (const char* stray : {"flintlock", ".DS_Store", ".nfs0001", "notes", "old/text"})
        index.folder.write(std::string("segment-1/") + stray, "");
    CHECK(index.is_published("segment-1"));
    for (const char* file : {"articles", "checksums", "pairs"}) {
        const MarkedIndex changed;
        changed.folder.write(std::string("segment-1/") + file, "of another index");
        CHECK_FALSE(changed.is_published("segment-1"));
    }
}

TEST_CASE("what is not what was published is said to be of which state it is not") {
    const MarkedIndex index;
    index.folder.write("copies-2", "of another state");
    const Error error =
        caught_error([&] { require_published(index.folder.path(), index.manifest, "copies-2"); });
    CHECK(error.what() == (index.folder / "copies-2").string() +
                              " is damaged: it is not what was published as "
                              "state 4");
    std::filesystem::remove(index.folder / "copies-2");
    CHECK_FALSE(index.is_published("copies-2"));
}
