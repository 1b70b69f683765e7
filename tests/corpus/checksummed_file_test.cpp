#include "corpus/checksummed_file.hpp"

#include "tests/catch.hpp"
#include "tests/caught_error.hpp"
#include "tests/corpus/damage.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

std::string written(const TemporaryFolder& folder, const std::vector<std::string>& parts) {
    ChecksummedFileWriter file(folder / "file");
    std::uint64_t size = 0;
    for (const std::string& part : parts) {
        file.append(part);
        size += part.size();
        CHECK(file.size() == size);
    }
    file.finish();
    return read_bytes(folder / "file");
}

}  // namespace

TEST_CASE("a checksummed file holds what was appended, and its checksum") {
    const TemporaryFolder folder;
    const std::string large(700'000, 'x');
    CHECK(written(folder, {}).size() == checksum_bytes);
    const std::string bytes = written(folder, {"a", "", "bc", large});
    CHECK(bytes.substr(0, bytes.size() - checksum_bytes) == "abc" + large);
    verify_checksum(bytes, "file");
    // Written anew, nothing of before is left.
    CHECK(written(folder, {"short"}).size() == 5 + checksum_bytes);
}

TEST_CASE("no damage to a checksummed file passes verification") {
    const TemporaryFolder folder;
    const std::string bytes = written(folder, {"some text"});
    CHECK(survive_damage(bytes,
                         [](std::string_view damaged) { verify_checksum(damaged, "file"); }) == 0);
}

TEST_CASE("a checksummed file that cannot be made is an error with its path") {
    const TemporaryFolder folder;
    const auto make = [&] { ChecksummedFileWriter file(folder / "none" / "file"); };
    CHECK(says(caught_error(make), (folder / "none" / "file").string()));
}
