#include "indexer/table_checksums.hpp"

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
    write_table_checksums(folder.path());
}

}  // namespace

TEST_CASE("tables that are as they were written pass") {
    const TemporaryFolder folder;
    write_tables(folder);
    CHECK_NOTHROW(verify_table_checksums(folder.path()));
    write_table_checksums(folder.path());
    CHECK_NOTHROW(verify_table_checksums(folder.path()));
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
