#include "indexer/glass/scanned_table.hpp"

#include <algorithm>
#include <tuple>

#include "corpus/glass/inflated.hpp"
#include "corpus/glass/layout.hpp"
#include "corpus/glass/packing.hpp"

namespace dateline::glass {

ScannedTable::ScannedTable(const std::filesystem::path& file) : file_(file) {
    const std::string_view bytes = file_.bytes();
    for (std::size_t at = 0; at + block_size <= bytes.size(); at += block_size)
        scan(bytes.substr(at, block_size));
    std::ranges::sort(pieces_, [](const Piece& a, const Piece& b) {
        return std::tie(a.key, a.component, b.revision) < std::tie(b.key, b.component, a.revision);
    });
    const auto are_versions = [](const Piece& a, const Piece& b) {
        return a.key == b.key && a.component == b.component;
    };
    pieces_.erase(std::unique(pieces_.begin(), pieces_.end(), are_versions), pieces_.end());
}

void ScannedTable::scan(std::string_view block) {
    const std::size_t end = get_uint16(block.data() + directory_end_at);
    if (block[level_at] != 0 || end > block_size) return;
    const std::uint32_t written = get_uint32(block.data());
    for (std::size_t at = block_header_bytes; at + 2 <= end; at += 2)
        add_item(block, get_uint16(block.data() + at), written);
}

void ScannedTable::add_item(std::string_view block, std::size_t offset, std::uint32_t written) {
    if (offset + leaf_overhead > block_size) return;
    std::string_view item = block.substr(offset);
    const std::uint32_t head = get_uint16(item.data());
    const std::size_t key_bytes = static_cast<unsigned char>(item[2]);
    const std::size_t size = (head & piece_bytes) + leaf_overhead;
    const std::size_t number_bytes = (head & first_piece) != 0 ? 0 : component_bytes;
    if (size > item.size() || leaf_overhead + key_bytes + number_bytes > size) return;
    item = item.substr(0, size);
    const std::size_t tag_at = leaf_overhead + key_bytes + number_bytes;
    Piece piece;
    piece.key = item.substr(leaf_overhead, key_bytes);
    piece.bytes = item.substr(tag_at);
    if (number_bytes > 0) piece.component = get_uint16(item.data() + leaf_overhead + key_bytes);
    piece.revision = written;
    piece.is_last = (head & last_piece) != 0;
    piece.is_compressed = (head & compressed_piece) != 0;
    pieces_.push_back(piece);
}

std::optional<std::string> ScannedTable::tag(std::string_view key) const {
    const auto first = std::ranges::lower_bound(pieces_, key, {}, &Piece::key);
    std::string tag;
    std::uint32_t component = 0;
    for (auto piece = first; piece != pieces_.end() && piece->key == key; ++piece) {
        if (piece->component != ++component) return std::nullopt;
        tag += piece->bytes;
        if (piece->is_last) return first->is_compressed ? inflated(tag) : std::move(tag);
    }
    return std::nullopt;
}

}  // namespace dateline::glass
