#include "corpus/glass/table_reader.hpp"

#include <fmt/format.h>

#include <tuple>
#include <utility>

#include "corpus/bytes.hpp"
#include "corpus/glass/inflated.hpp"
#include "corpus/glass/packing.hpp"

namespace dateline::glass {

namespace {

// Of a block whose directory was looked at.
std::uint32_t item_count(const char* block) {
    return (get_uint16(block + directory_end_at) - block_header_bytes) / 2;
}

std::uint32_t byte_at(std::string_view bytes, std::size_t place) {
    return static_cast<unsigned char>(bytes[place]);
}

}  // namespace

TableReader::TableReader(const std::filesystem::path& file, const TableRoot& root)
    : name_(file.string()), root_(root) {
    if (root.is_fake) return;
    if (root.level >= max_levels) throw_damaged(name_, "it has too many levels");
    file_ = MappedFile(file);
    blocks_ = file_.bytes().size() / block_size;
    if (blocks_ < root.block_count)
        throw_damaged(name_, fmt::format("it has {} of its {} blocks", blocks_, root.block_count));
    was_wanted_ = std::make_unique<std::atomic<bool>[]>(blocks_);
    fetch(root.root_block, 1);
}

void TableReader::fetch(std::uint32_t block, std::uint32_t count) const {
    if (block >= blocks_ || was_wanted_[block].load(std::memory_order_relaxed)) return;
    was_wanted_[block].store(true, std::memory_order_relaxed);
    file_.fetch(std::size_t{block} * block_size, std::size_t{count} * block_size);
}

void TableCursor::throw_broken(std::uint32_t level) const {
    throw_damaged(table_->name_, fmt::format("block {} makes no sense", steps_[level].block));
}

const char* TableCursor::block(std::uint32_t level) const {
    const std::string_view bytes = table_->file_.bytes();
    const std::uint64_t begin = std::uint64_t{steps_[level].block} * block_size;
    if (begin + block_size > bytes.size()) throw_broken(level);
    const std::string_view block = bytes.substr(begin, block_size);
    const std::uint32_t end = get_uint16(block.data() + directory_end_at);
    if (byte_at(block, level_at) != level || end <= block_header_bytes || end > block_size ||
        (end - block_header_bytes) % 2 != 0)
        throw_broken(level);
    return block.data();
}

// What is left of the block from there on.
std::string_view TableCursor::item_bytes(std::uint32_t level, const char* block,
                                         std::uint32_t item) const {
    const std::uint32_t begin = get_uint16(block + block_header_bytes + std::size_t{2} * item);
    if (begin > block_size - (level == 0 ? leaf_overhead : branch_overhead)) throw_broken(level);
    return {block + begin, block_size - begin};
}

LeafItem TableCursor::item_there(const char* block, std::uint32_t number) const {
    const auto item = leaf_item(item_bytes(0, block, number));
    if (!item) throw_broken();
    return *item;
}

// Whether the entry of that key stands behind the beginning of the item's block. The first item has
// no key, whatever its bytes are.
bool TableCursor::branch_reaches(std::uint32_t level, const char* block, std::uint32_t item,
                                 std::string_view key) const {
    const std::string_view bytes = item_bytes(level, block, item);
    const std::uint32_t key_bytes = byte_at(bytes, branch_key_at - 1);
    if (branch_overhead + key_bytes > bytes.size()) throw_broken(level);
    const int order = bytes.substr(branch_key_at, key_bytes).compare(key);
    return order < 0 || (order == 0 && get_uint16(bytes.data() + branch_key_at + key_bytes) <= 1);
}

// To the block that the item there leads to. It and so many behind it are wanted soon.
void TableCursor::go_below(std::uint32_t level, std::uint32_t behind) {
    const std::string_view bytes = item_bytes(level, block(level), steps_[level].item);
    steps_[level - 1].block = get_uint32(bytes.data());
    table_->fetch(steps_[level - 1].block, 1 + behind);
}

// To the last piece that does not stand behind the first piece of this key.
void TableCursor::find(std::string_view key) {
    std::uint32_t level = table_->root_.level;
    steps_[level].block = table_->root_.root_block;
    for (; level > 0; --level) {
        const char* const branch = block(level);
        std::uint32_t reaches = 0;
        for (std::uint32_t end = item_count(branch); end - reaches > 1;) {
            const std::uint32_t middle = reaches + (end - reaches) / 2;
            (branch_reaches(level, branch, middle, key) ? reaches : end) = middle;
        }
        steps_[level].item = reaches;
        go_below(level, 0);
    }
    const char* const leaf = block(0);
    std::uint32_t first_behind = 0;
    for (std::uint32_t end = item_count(leaf); first_behind < end;) {
        const std::uint32_t middle = first_behind + (end - first_behind) / 2;
        const LeafItem item = item_there(leaf, middle);
        if (item.key < key || (item.key == key && item.component <= 1))
            first_behind = middle + 1;
        else
            end = middle;
    }
    steps_[0].item = first_behind;
    step_back();
    item_ = item_there(block(0), steps_[0].item);
    if (item_.key > key) throw_broken();
}

void TableCursor::step_back() {
    std::uint32_t level = 0;
    while (steps_[level].item == 0)
        if (++level > table_->root_.level) throw_broken();
    --steps_[level].item;
    for (; level > 0; --level) {
        go_below(level, 0);
        steps_[level - 1].item = item_count(block(level - 1)) - 1;
    }
}

// To the next piece; stays where there is none.
bool TableCursor::step() {
    std::uint32_t level = 0;
    while (steps_[level].item + 1 >= item_count(block(level)))
        if (++level > table_->root_.level) return false;
    ++steps_[level].item;
    constexpr std::uint32_t likely = 15;  // to be wanted next, for all leaves are written in order
    for (; level > 0; --level) {
        go_below(level, likely);
        steps_[level - 1].item = 0;
    }
    const LeafItem before = std::exchange(item_, item_there(block(0), steps_[0].item));
    if (std::tie(before.key, before.component) >= std::tie(item_.key, item_.component))
        throw_broken();
    return true;
}

void TableCursor::seek(std::string_view key) {
    at_end_ = table_->is_empty();
    if (at_end_) return;
    find(key);
    if (item_.is_first()) return;
    const std::string_view before = item_.key;
    find(before);
    if (!item_.is_first() || item_.key != before) throw_broken();
}

void TableCursor::seek_from(std::string_view key) {
    seek(key);
    if (!at_end_ && this->key() < key && next() && this->key() < key) throw_broken();
}

bool TableCursor::next() {
    while (step())
        if (item_.is_first()) return true;
    at_end_ = true;
    return false;
}

std::string_view TableCursor::tag() {
    const bool is_compressed = item_.is_compressed();
    const std::string_view tag = item_.is_last() ? item_.piece : gathered_tag();
    if (!is_compressed) return tag;
    auto contents = inflated(tag);
    if (!contents) throw_broken();
    return tag_ = *std::move(contents);
}

std::string_view TableCursor::gathered_tag() {
    const auto steps = steps_;
    const LeafItem first = item_;
    tag_ = first.piece;
    for (std::uint32_t component = 2; !item_.is_last(); ++component) {
        if (!step() || item_.key != first.key || item_.component != component) throw_broken();
        tag_ += item_.piece;
        if (tag_.size() > longest_tag) throw_broken();
    }
    steps_ = steps;
    item_ = first;
    return tag_;
}

}  // namespace dateline::glass
