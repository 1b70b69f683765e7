#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "corpus/glass/layout.hpp"

namespace dateline::glass {

/// Four items of this size fit a block; writers that come later rely on it.
inline constexpr std::uint32_t max_item_bytes = (block_size - 19) / 4;

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
