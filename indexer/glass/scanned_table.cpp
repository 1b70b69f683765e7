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
        return std::tie(a.item.key, a.item.component, b.revision) <
               std::tie(b.item.key, b.item.component, a.revision);
    });
    const auto are_versions = [](const Piece& a, const Piece& b) {
        return a.item.key == b.item.key && a.item.component == b.item.component;
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
    if (offset > block_size) return;
    if (const auto item = leaf_item(block.substr(offset))) pieces_.push_back({*item, written});
}

std::optional<std::string> ScannedTable::tag(std::string_view key) const {
    const auto key_of = [](const Piece& piece) { return piece.item.key; };
    const auto first = std::ranges::lower_bound(pieces_, key, {}, key_of);
    std::string tag;
    std::uint32_t component = 0;
    for (auto piece = first; piece != pieces_.end() && piece->item.key == key; ++piece) {
        if (piece->item.component != ++component) return std::nullopt;
        tag += piece->item.piece;
        if (piece->item.is_last())
            return first->item.is_compressed() ? inflated(tag) : std::move(tag);
    }
    return std::nullopt;
}

}  // namespace dateline::glass
