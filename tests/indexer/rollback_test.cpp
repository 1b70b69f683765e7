#include "indexer/rollback.hpp"

#include "indexer/index_lock.hpp"
#include "tests/catch.hpp"
#include "tests/caught_error.hpp"
#include "tests/indexer/index_contents.hpp"
#include "tests/indexer/run_index.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;

namespace {

struct Archive {
    test::TemporaryFolder folder;
    std::filesystem::path index = folder / "index";

    std::map<std::string, Article> run(const std::string& text) const {
        folder.write("news/a.txt", "Headline\n\n" + text + '\n');
        test::run_index(index, {(folder / "news").string()});
        return test::index_contents(index);
    }
};

}  // namespace

TEST_CASE("an earlier state comes into force again, and can be undone") {
    const Archive archive;
    const auto first = archive.run("First.");
    const auto second = archive.run("Second.");
    const auto third = archive.run("Third.");
    CHECK(roll_back(archive.index, 2).number == 4);
    CHECK(test::index_contents(archive.index) == first);
    CHECK(roll_back(archive.index, 1).restored.number == 3);
    CHECK(test::index_contents(archive.index) == third);
    CHECK(earlier_manifests(archive.index, require_manifest(archive.index)).front().number == 4);
    // What the restored state knew of its sources came with it.
    roll_back(archive.index, 1);
    CHECK(test::run_index(archive.index).ledger.indexed == 1);
    CHECK(test::index_contents(archive.index) == third);
}

TEST_CASE("what is not there cannot be put in force again") {
    const Archive archive;
    CHECK(test::caught_error([&] { return roll_back(archive.index, 1).number; }).kind() ==
          ErrorKind::index);
    archive.run("First.");
    CHECK(test::caught_error([&] { return roll_back(archive.index, 1).number; }).kind() ==
          ErrorKind::usage);
    const std::string segment = require_manifest(archive.index).segments.front().name;
    archive.run("Second.");
    {
        const IndexLock lock(archive.index);
        CHECK(test::caught_error([&] { return roll_back(archive.index, 1).number; }).kind() ==
              ErrorKind::refused);
    }
    std::filesystem::remove_all(archive.index / segment);
    const auto before = test::index_contents(archive.index);
    CHECK(test::caught_error([&] { return roll_back(archive.index, 1).number; }).kind() ==
          ErrorKind::index);
    CHECK(test::index_contents(archive.index) == before);
}

TEST_CASE("a state whose bytes are damaged is not put in force again") {
    const Archive archive;
    archive.run("First.");
    const Manifest first = require_manifest(archive.index);
    archive.run("Second.");
    const auto before = test::index_contents(archive.index);
    for (const std::string& file : {first.sources, first.segments.front().name + "/text"}) {
        const std::filesystem::path path = archive.index / file;
        const std::string whole = test::read_bytes(path);
        std::string bytes = whole;
        bytes[bytes.size() / 2] ^= 1;
        archive.folder.write("index/" + file, bytes);
        INFO(file);
        CHECK(test::caught_error([&] { return roll_back(archive.index, 1).number; }).kind() ==
              ErrorKind::index);
        CHECK(test::index_contents(archive.index) == before);
        archive.folder.write("index/" + file, whole);
    }
    CHECK(roll_back(archive.index, 1).number == 3);
}
