#include "corpus/numbered_files.hpp"

#include "tests/catch.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;

TEST_CASE("files of an index are known by their numbers, and others passed over") {
    const test::TemporaryFolder folder;
    CHECK(NumberedFiles(folder / ".").next_number() == 1);
    for (const char* name :
         {"manifest-3", "manifest-12", "sources-12", "segment-7/text", "copies-9", "CURRENT",
          "lock", "notes-of-mine", "18446744073709551616-x"})
        folder.write(name, "");
    const NumberedFiles files(folder / ".");
    CHECK(files.manifests() == std::set<std::uint64_t>{3, 12});
    CHECK(files.sources() == std::set<std::uint64_t>{12});
    CHECK(files.next_number() == 10);
}
