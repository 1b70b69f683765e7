#include "corpus/first_manifest.hpp"

#include "tests/catch.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;
using namespace dateline::test;

TEST_CASE("the first state is found where nothing names it") {
    const TemporaryFolder folder;
    CHECK_FALSE(unnamed_first_manifest(folder.path()));
    CHECK_FALSE(unnamed_first_manifest(folder / "none"));
    Manifest manifest;
    manifest.number = 1;
    const std::string bytes = encode_manifest(manifest);
    folder.write("manifest-1", bytes.substr(0, bytes.size() / 2));
    CHECK_FALSE(unnamed_first_manifest(folder.path()));
    folder.write("manifest-1", bytes);
    CHECK(unnamed_first_manifest(folder.path()) == manifest);
    folder.write("CURRENT", "whatever it says");
    CHECK_FALSE(unnamed_first_manifest(folder.path()));
}

TEST_CASE("where there are later states, none of them is the one") {
    const TemporaryFolder folder;
    Manifest manifest;
    manifest.number = 1;
    folder.write("manifest-1", encode_manifest(manifest));
    folder.write("manifest-2", encode_manifest(manifest));
    CHECK_FALSE(unnamed_first_manifest(folder.path()));
}
