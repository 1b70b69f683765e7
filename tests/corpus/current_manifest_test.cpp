#include "corpus/manifest.hpp"
#include "tests/catch.hpp"
#include "tests/caught_error.hpp"
#include "tests/replace_manifest.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;

TEST_CASE("the manifest in force is the one that CURRENT names") {
    const test::TemporaryFolder folder;
    for (const std::uint64_t number : {3, 4, 3}) {
        Manifest manifest;
        manifest.number = number;
        test::replace_manifest(folder.path(), manifest);
        CHECK(read_current_manifest(folder.path())->number == number);
        CHECK(require_manifest(folder.path()).number == number);
    }
}

TEST_CASE("a manifest that CURRENT was not written with is damage") {
    const test::TemporaryFolder folder;
    Manifest manifest;
    manifest.number = 3;
    test::replace_manifest(folder.path(), manifest);
    manifest.published = "2020-01-05T10:00:00Z";
    folder.write("manifest-3", encode_manifest(manifest));
    const Error error = test::caught_error([&] { return read_current_manifest(folder.path()); });
    CHECK(error.kind() == ErrorKind::index);
    CHECK(test::says(error, "CURRENT is damaged: it was written with another manifest"));
}

TEST_CASE("an absent or empty folder, and one that a first run left, hold no index yet") {
    const test::TemporaryFolder folder;
    CHECK_FALSE(read_current_manifest(folder / "absent"));
    CHECK_FALSE(read_current_manifest(folder.path()));
    folder.write("lock", "");
    folder.write("segment-1/postlist.glass", "");
    folder.write("manifest-1", "");
    CHECK_FALSE(read_current_manifest(folder.path()));
    const Error error = test::caught_error([&] { return require_manifest(folder.path()); });
    CHECK(error.kind() == ErrorKind::index);
    CHECK(test::says(error, "there is no index at"));
}

TEST_CASE("a file or a folder of other things is not an index") {
    const test::TemporaryFolder folder;
    const auto file = folder.write("file", "text");
    const Error of_file = test::caught_error([&] { return read_current_manifest(file); });
    CHECK(of_file.kind() == ErrorKind::index);
    CHECK(test::says(of_file, "is a file, not an index"));
    const Error of_folder =
        test::caught_error([&] { return read_current_manifest(folder.path()); });
    CHECK(of_folder.kind() == ErrorKind::index);
    CHECK(test::says(of_folder, "other things"));
}

TEST_CASE("a CURRENT that names nothing is damage") {
    const test::TemporaryFolder folder;
    for (const std::string name : {"", "\n", "manifest-9", "manifest-9\n", "MANIFEST-000001\n",
                                   "manifest-../../x\n", "manifest-9\nmanifest-9\n"}) {
        folder.write("CURRENT", name);
        CHECK(test::caught_error([&] { return read_current_manifest(folder.path()); }).kind() ==
              ErrorKind::index);
    }
}

TEST_CASE("manifests without a CURRENT are damage, but for one that a first writer left") {
    const test::TemporaryFolder folder;
    folder.write("lock", "");
    folder.write("manifest-1", "{}");
    CHECK_FALSE(read_current_manifest(folder.path()));
    folder.write("manifest-2", "{}");
    const Error error = test::caught_error([&] { return read_current_manifest(folder.path()); });
    CHECK(error.kind() == ErrorKind::index);
    CHECK(test::says(error, "CURRENT is damaged: it is missing"));
}
