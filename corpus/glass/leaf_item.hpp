#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "corpus/glass/layout.hpp"

namespace dateline::glass {

/// What a leaf holds of one entry: a tag, or one of several pieces that it is cut into.
struct LeafItem {
    std::string_view key;
    std::string_view piece;
    std::uint32_t flags = 0;
    std::uint32_t component = 1;  ///< of the tag, this piece

    bool is_first() const { return (flags & first_piece) != 0; }
    bool is_last() const { return (flags & last_piece) != 0; }
    bool is_compressed() const { return (flags & compressed_piece) != 0; }
};

/// The item with which `bytes`, the rest of a block, begin; its views are theirs. nullopt where it
/// does not fit in them.
std::optional<LeafItem> leaf_item(std::string_view bytes);

}  // namespace dateline::glass
