#include "corpus/glass/leaf_item.hpp"

#include "corpus/glass/packing.hpp"

namespace dateline::glass {

std::optional<LeafItem> leaf_item(std::string_view bytes) {
    if (bytes.size() < leaf_overhead) return std::nullopt;
    LeafItem item;
    item.flags = get_uint16(bytes.data());
    const std::uint32_t size = (item.flags & piece_bytes) + leaf_overhead;
    const std::uint32_t key_end =
        leaf_overhead + static_cast<unsigned char>(bytes[leaf_overhead - 1]);
    const std::uint32_t piece = key_end + (item.is_first() ? 0 : component_bytes);
    if (size > bytes.size() || piece > size) return std::nullopt;
    item.key = bytes.substr(leaf_overhead, key_end - leaf_overhead);
    item.piece = bytes.substr(piece, size - piece);
    if (piece > key_end) item.component = get_uint16(bytes.data() + key_end);
    return item;
}

}  // namespace dateline::glass
