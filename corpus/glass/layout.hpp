#pragma once

#include <cstdint>
#include <string_view>

namespace dateline::glass {

// What a glass database is made of (xapian-core 1.4, backends/glass): a version file, and tables,
// each a B-tree of blocks. Numbers in blocks are big-endian.

/// Of the version file: Xapian's name, and the format: (year - 2014) << 9 | month << 5 | day of
/// 2016-03-14.
inline constexpr std::string_view version_file_begin("\x0F\x0DXapian Glass\x04\x6E", 16);
inline constexpr std::uint32_t uuid_bytes = 16;

inline constexpr std::uint32_t block_size = 8192;
/// Of a database that was written once, and so of its blocks.
inline constexpr std::uint32_t revision = 1;
/// Of a block: revision, level (0: a leaf), free bytes, and where the directory ends; then the
/// directory: where each item begins, two bytes each, in key order.
inline constexpr std::uint32_t block_header_bytes = 11;
inline constexpr std::uint32_t level_at = 4;
inline constexpr std::uint32_t directory_end_at = 9;

/// The head of a leaf's item, two bytes: flags of the piece of a tag, and its size without
/// leaf_overhead.
inline constexpr std::uint32_t first_piece = 0x2000;
inline constexpr std::uint32_t last_piece = 0x4000;
inline constexpr std::uint32_t compressed_piece = 0x8000;
inline constexpr std::uint32_t piece_bytes = 0x1FFF;
/// Size of a leaf's item without key and tag: head and key length; component number save in the
/// first piece.
inline constexpr std::uint32_t leaf_overhead = 3;
inline constexpr std::uint32_t component_bytes = 2;
/// Of a branch's item: number of the block below, key length, key, component number.
inline constexpr std::uint32_t branch_overhead = 7;
inline constexpr std::uint32_t branch_key_at = 5;

/// A tree with more levels is none that Xapian would read.
inline constexpr std::uint32_t max_levels = 10;

/// What the version file says of one table: where its root is. The default is a table without
/// entries and without a file.
struct TableRoot {
    std::uint32_t root_block = 0;
    std::uint32_t level = 0;
    bool is_fake = true;
    std::uint64_t entries = 0;
    std::uint32_t compress_minimum = 0;  ///< of tags, for later writers; 0: never
    std::uint32_t block_count = 0;
    std::uint64_t hash = 0;  ///< not in it: XXH3 of the table's blocks in the order of writing
};

/// The bits of the number in which the version file has them.
inline constexpr std::uint32_t fake_bit = 1;
inline constexpr std::uint32_t in_order_bit = 2;  ///< leaves stand in key order
inline constexpr std::uint32_t level_shift = 2;
inline constexpr std::uint32_t block_size_shift = 11;

}  // namespace dateline::glass
