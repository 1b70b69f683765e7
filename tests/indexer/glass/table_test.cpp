#include "indexer/glass/table.hpp"

#include "corpus/error.hpp"
#include "tests/catch.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;
using namespace dateline::glass;

TEST_CASE("a table without entries leaves no file") {
    const test::TemporaryFolder folder;
    TableWriter table(folder / "t.glass", 18);
    const TableRoot root = table.finish();
    CHECK(root.is_fake);
    CHECK(root.compress_minimum == 18);
    CHECK_FALSE(std::filesystem::exists(folder / "t.glass"));
}

TEST_CASE("the root says how many blocks and levels the file has") {
    const test::TemporaryFolder folder;
    TableWriter table(folder / "t.glass", 0);
    const std::uint32_t entries = 200000;
    for (std::uint32_t i = 0; i < entries; ++i) {
        std::string key = "key-that-takes-some-room-" + std::to_string(1000000 + i);
        table.add(key, std::string(i % 60, 'x'));
    }
    const TableRoot root = table.finish();
    CHECK_FALSE(root.is_fake);
    CHECK(root.entries == entries);
    CHECK(root.level == 2);
    CHECK(root.root_block < root.block_count);
    CHECK(std::filesystem::file_size(folder / "t.glass") ==
          std::uint64_t{root.block_count} * block_size);
}

TEST_CASE("a folder that is not there is an input-output error that names the file") {
    const test::TemporaryFolder folder;
    try {
        TableWriter table(folder / "missing/t.glass", 0);
        FAIL("no error");
    } catch (const Error& error) {
        CHECK(error.kind() == ErrorKind::input_output);
        CHECK(std::string(error.what()).find("t.glass") != std::string::npos);
    }
}
