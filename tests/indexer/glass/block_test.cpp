#include "indexer/glass/block.hpp"

#include <cstring>

#include "tests/catch.hpp"

using namespace dateline::glass;

TEST_CASE("a block holds its items from the back, its directory from the front") {
    Block block(7, 1);
    CHECK(block.empty());
    CHECK(block.room() == block_size - block_header_bytes - 2);
    std::memcpy(block.add_item(3), "abc", 3);
    std::memcpy(block.add_item(2), "xy", 2);
    const std::string_view bytes = block.finish();
    REQUIRE(bytes.size() == block_size);
    CHECK(bytes.substr(0, 5) == std::string_view("\0\0\0\1\1", 5));
    CHECK(bytes.substr(block_size - 5) == "xyabc");
    const std::uint32_t free_bytes = block_size - block_header_bytes - 4 - 5;
    CHECK(static_cast<unsigned char>(bytes[5]) == free_bytes >> 8);
    CHECK(static_cast<unsigned char>(bytes[6]) == (free_bytes & 0xFF));
    CHECK(bytes.substr(7, 2) == bytes.substr(5, 2));
    CHECK(bytes.substr(9, 2) == std::string_view("\0\x0F", 2));
    CHECK(bytes.substr(11, 4) == "\x1F\xFD\x1F\xFB");
}

TEST_CASE("a block can be filled to the last byte") {
    Block block(0, 0);
    while (block.room() >= 100) block.add_item(100);
    block.add_item(block.room());
    CHECK(block.room() == 0);
    CHECK(block.finish().substr(5, 2) == std::string_view("\0\0", 2));
}
