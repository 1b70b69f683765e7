#include "corpus/first_manifest.hpp"

#include <string_view>

#include "tests/catch.hpp"
#include "tests/caught_error.hpp"
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

TEST_CASE("where files of later states are left, more than CURRENT is gone") {
    Manifest manifest;
    manifest.number = 1;
    manifest.next_segment = 4;
    for (const char* later : {"sources-2", "segment-4", "copies-5"}) {
        const TemporaryFolder folder;
        folder.write("manifest-1", encode_manifest(manifest));
        folder.write("sources-1", "");
        folder.write("segment-3", "");
        CHECK(unnamed_first_manifest(folder.path()) == manifest);
        folder.write(later, "");
        INFO(later);
        CHECK_FALSE(unnamed_first_manifest(folder.path()));
        CHECK(lone_first_manifest(folder.path()) == manifest);
        CHECK(says(caught_error([&] { return read_current_manifest(folder.path()); }),
                   "CURRENT is damaged: it is missing"));
    }
}

TEST_CASE("sources of a later state than the first, and no manifest, are a lost index") {
    const TemporaryFolder folder;
    require_no_lost_state(folder / "absent");
    require_no_lost_state(folder.path());
    folder.write("sources-1", "");  // of a writer that died
    require_no_lost_state(folder.path());
    folder.write("sources-12", "");
    const Error error = caught_error([&] { require_no_lost_state(folder.path()); });
    CHECK(error.kind() == ErrorKind::index);
    CHECK(std::string_view(error.what()).find("state 12 was published") != std::string::npos);
}
