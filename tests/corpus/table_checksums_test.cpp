#include "corpus/table_checksums.hpp"

#include <array>

#include "tests/catch.hpp"
#include "tests/caught_error.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

constexpr std::array tables{"docdata.glass", "iamglass", "postlist.glass", "termlist.glass"};

void write_tables(const TemporaryFolder& folder) {
    for (const char* table : tables) folder.write(table, std::string(table) + " and more");
    folder.write(table_checksums_file, table_checksum_lines(folder.path()));
}

}  // namespace

TEST_CASE("tables that are as they were written pass") {
    const TemporaryFolder folder;
    write_tables(folder);
    CHECK_NOTHROW(verify_table_checksums(folder.path()));
    CHECK_NOTHROW(verify_version_file(folder.path()));
}

TEST_CASE("any changed, missing or added byte of a table is seen, and the table is named") {
    for (const char* table : tables) {
        const TemporaryFolder folder;
        write_tables(folder);
        const std::string bytes = read_bytes(folder / table);
        for (std::size_t i = 0; i < bytes.size(); ++i) {
            std::string changed = bytes;
            changed[i] = static_cast<char>(changed[i] ^ 4);
            folder.write(table, changed);
            CHECK(says(caught_error([&] { verify_table_checksums(folder.path()); }), table));
            folder.write(table, bytes.substr(0, i));
            CHECK(says(caught_error([&] { verify_table_checksums(folder.path()); }), table));
        }
        folder.write(table, bytes + "x");
        CHECK(says(caught_error([&] { verify_table_checksums(folder.path()); }), table));
        std::filesystem::remove(folder / table);
        CHECK(says(caught_error([&] { verify_table_checksums(folder.path()); }), table));
    }
}

TEST_CASE("the checksums themselves must be whole") {
    const TemporaryFolder folder;
    write_tables(folder);
    const std::string bytes = read_bytes(folder / "checksums");
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        folder.write("checksums", bytes.substr(0, i));
        CHECK_THROWS_AS(verify_table_checksums(folder.path()), Error);
    }
    folder.write("checksums", bytes + "x");
    CHECK_THROWS_AS(verify_table_checksums(folder.path()), Error);
    std::filesystem::remove(folder / "checksums");
    CHECK(says(caught_error([&] { verify_table_checksums(folder.path()); }), "checksums"));
}

TEST_CASE("a damaged version file is seen without a look at the tables") {
    const TemporaryFolder folder;
    write_tables(folder);
    folder.write("postlist.glass", "damaged");
    CHECK_NOTHROW(verify_version_file(folder.path()));
    for (const char* const damaged : {"iamglasS and more", "iamglass and", ""}) {
        folder.write("iamglass", damaged);
        CHECK(says(caught_error([&] { verify_version_file(folder.path()); }), "iamglass"));
    }
    std::filesystem::remove(folder / "iamglass");
    CHECK(says(caught_error([&] { verify_version_file(folder.path()); }), "iamglass"));
}
