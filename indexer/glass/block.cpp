#include "indexer/glass/block.hpp"

#include "corpus/glass/packing.hpp"

namespace dateline::glass {

std::uint32_t Block::room() const {
    const std::uint32_t gap = lowest_item_ - directory_end();
    return gap < 2 ? 0 : gap - 2;
}

char* Block::add_item(std::uint32_t size) {
    lowest_item_ -= size;
    put_uint16(bytes_.data() + directory_end(), lowest_item_);
    ++items_;
    return bytes_.data() + lowest_item_;
}

std::string_view Block::finish() {
    const std::uint32_t free_bytes = lowest_item_ - directory_end();
    put_uint32(bytes_.data(), revision);
    bytes_[level_at] = static_cast<char>(level_);
    put_uint16(bytes_.data() + 5, free_bytes);  // the gap is all that is free: items have no holes
    put_uint16(bytes_.data() + 7, free_bytes);
    put_uint16(bytes_.data() + directory_end_at, directory_end());
    return {bytes_.data(), bytes_.size()};
}

}  // namespace dateline::glass
