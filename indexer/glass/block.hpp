#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "indexer/glass/table.hpp"

namespace dateline::glass {

inline constexpr std::uint32_t block_header_bytes = 11;
/// Four items of this size fit a block; writers that come later rely on it.
inline constexpr std::uint32_t max_item_bytes = (block_size - 19) / 4;

// The head of a leaf's item: flags of the piece of a tag, and its size without leaf_overhead.
inline constexpr std::uint32_t first_piece = 0x2000;
inline constexpr std::uint32_t last_piece = 0x4000;
inline constexpr std::uint32_t compressed_piece = 0x8000;
inline constexpr std::uint32_t piece_bytes = 0x1FFF;
/// Size of a leaf's item without key and tag: head and key length; component number save in the
/// first piece.
inline constexpr std::uint32_t leaf_overhead = 3;
inline constexpr std::uint32_t component_bytes = 2;

/// One block of a B-tree while it is being filled: directory from the front, items from the back.
class Block {
  public:
    Block(std::uint32_t number, std::uint32_t level) : number_(number), level_(level) {}

    std::uint32_t number() const { return number_; }
    std::uint32_t level() const { return level_; }
    bool empty() const { return items_ == 0; }
    /// The largest item that still fits.
    std::uint32_t room() const;
    /// Space for the next item in key order; size <= room(). The caller fills all of it.
    char* add_item(std::uint32_t size);
    /// The finished block of block_size bytes; nothing may be added after it.
    std::string_view finish();

  private:
    std::uint32_t directory_end() const { return block_header_bytes + 2 * items_; }

    std::uint32_t number_;
    std::uint32_t level_;
    std::uint32_t items_ = 0;
    std::uint32_t lowest_item_ = block_size;
    std::array<char, block_size> bytes_{};
};

}  // namespace dateline::glass
