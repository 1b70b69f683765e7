#include "indexer/glass/table.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <vector>

#include "corpus/error.hpp"
#include "corpus/glass/packing.hpp"
#include "corpus/uninterrupted.hpp"
#include "indexer/glass/block.hpp"

namespace dateline::glass {

namespace {

// A tag is cut to fill the block at hand when at least this much of it goes there: shorter pieces
// cost more than they save.
constexpr std::uint32_t least_piece = 64;

// The shortest beginning of `next` that is greater than `last`.
std::string_view separator(std::string_view last, std::string_view next) {
    const auto [a, b] = std::mismatch(last.begin(), last.end(), next.begin(), next.end());
    const auto common = static_cast<std::size_t>(b - next.begin());
    return next.substr(0, std::min(common + 1, next.size()));
}

}  // namespace

struct TableWriter::Impl {
    std::filesystem::path path;
    int descriptor = -1;
    TableRoot root;
    std::vector<std::unique_ptr<Block>> open_blocks;  // by level
    std::string last_key;

    ~Impl() {
        if (descriptor >= 0) ::close(descriptor);
    }

    [[noreturn]] void fail(const char* what) const {
        throw Error(ErrorKind::input_output,
                    fmt::format("cannot {} {}: {}", what, path.string(), std::strerror(errno)));
    }

    std::unique_ptr<Block> new_block(std::uint32_t level) {
        return std::make_unique<Block>(root.block_count++, level);
    }

    void write(Block& block) {
        std::string_view bytes = block.finish();
        root.hash = XXH3_64bits_withSeed(bytes.data(), bytes.size(), root.hash);
        auto offset = static_cast<off_t>(block.number()) * block_size;
        while (!bytes.empty()) {
            const ssize_t written = uninterrupted(
                [&] { return ::pwrite(descriptor, bytes.data(), bytes.size(), offset); });
            if (written < 0) fail("write");
            bytes.remove_prefix(static_cast<std::size_t>(written));
            offset += written;
        }
    }

    // An entry for `child`; the first of a block has neither key nor component.
    static void add_branch(Block& block, std::string_view key, std::uint32_t component,
                           std::uint32_t child) {
        if (block.empty()) {
            key = {};
            component = 0;
        }
        const auto key_size = static_cast<std::uint32_t>(key.size());
        char* item = block.add_item(branch_overhead + key_size);
        put_uint32(item, child);
        item[4] = static_cast<char>(key_size);
        std::copy(key.begin(), key.end(), item + branch_key_at);
        put_uint16(item + branch_key_at + key_size, component);
    }

    // Block `newer` at level - 1 begins at (key, component), right after `older`.
    void link(std::uint32_t level, std::uint32_t older, std::string_view key,
              std::uint32_t component, std::uint32_t newer) {
        if (open_blocks.size() == level) {
            open_blocks.push_back(new_block(level));
            add_branch(*open_blocks[level], {}, 0, older);
        }
        Block& block = *open_blocks[level];
        if (branch_overhead + key.size() <= block.room()) {
            add_branch(block, key, component, newer);
            return;
        }
        write(block);
        const std::uint32_t full = block.number();
        open_blocks[level] = new_block(level);
        add_branch(*open_blocks[level], key, component, newer);
        link(level + 1, full, key, component, open_blocks[level]->number());
    }

    void start_leaf(std::string_view key, std::uint32_t component) {
        const std::uint32_t older = open_blocks[0]->number();
        write(*open_blocks[0]);
        open_blocks[0] = new_block(0);
        link(1, older, separator(last_key, key), component, open_blocks[0]->number());
    }

    void add_first_leaf() {
        open_blocks.push_back(new_block(0));
        char* null_item = open_blocks[0]->add_item(leaf_overhead);
        put_uint16(null_item, first_piece | last_piece);
        null_item[2] = 0;
    }

    void add_piece(std::string_view key, std::string_view piece, std::uint32_t flags,
                   std::uint32_t component) {
        const std::uint32_t number_bytes = component > 1 ? component_bytes : 0;
        const auto key_size = static_cast<std::uint32_t>(key.size());
        const auto size =
            static_cast<std::uint32_t>(leaf_overhead + key_size + number_bytes + piece.size());
        char* item = open_blocks[0]->add_item(size);
        put_uint16(item, flags | (size - leaf_overhead));
        item[2] = static_cast<char>(key_size);
        item = std::copy(key.begin(), key.end(), item + leaf_overhead);
        if (component > 1) put_uint16(item, component);
        std::copy(piece.begin(), piece.end(), item + number_bytes);
    }

    // Cuts `rest` to what the open leaf takes of it as piece `component`; a new leaf first where
    // that is too little.
    std::string_view next_piece(std::string_view key, std::string_view rest,
                                std::uint32_t component) {
        const std::size_t overhead =
            leaf_overhead + key.size() + (component > 1 ? component_bytes : 0);
        const std::size_t wanted = std::min(rest.size(), max_item_bytes - overhead);
        if (open_blocks[0]->room() < overhead + std::min<std::size_t>(wanted, least_piece))
            start_leaf(key, component);
        return rest.substr(0, std::min(wanted, open_blocks[0]->room() - overhead));
    }

    void add(std::string_view key, std::string_view tag, std::uint32_t flags) {
        if (open_blocks.empty()) add_first_leaf();
        for (std::uint32_t component = 1; component == 1 || !tag.empty(); ++component) {
            const std::string_view piece = next_piece(key, tag, component);
            tag.remove_prefix(piece.size());
            const std::uint32_t first = component == 1 ? first_piece : 0;
            const std::uint32_t last = tag.empty() ? last_piece : 0;
            add_piece(key, piece, flags | first | last, component);
            last_key = key;
        }
        ++root.entries;
    }
};

TableWriter::TableWriter(const std::filesystem::path& file, std::uint32_t compress_minimum)
    : impl_(std::make_unique<Impl>()) {
    impl_->path = file;
    impl_->root.compress_minimum = compress_minimum;
    impl_->descriptor = uninterrupted(
        [&] { return ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666); });
    if (impl_->descriptor < 0) impl_->fail("create");
}

TableWriter::~TableWriter() = default;
TableWriter::TableWriter(TableWriter&&) noexcept = default;

void TableWriter::add(std::string_view key, std::string_view tag, bool is_compressed) {
    impl_->add(key, tag, is_compressed ? compressed_piece : 0);
}

TableRoot TableWriter::finish() {
    Impl& table = *impl_;
    if (table.root.entries == 0) {
        ::unlink(table.path.c_str());
        return {.compress_minimum = table.root.compress_minimum};
    }
    for (const auto& block : table.open_blocks) table.write(*block);
    if (uninterrupted([&] { return ::fsync(table.descriptor); }) != 0) table.fail("make durable");
    table.root.is_fake = false;
    table.root.root_block = table.open_blocks.back()->number();
    table.root.level = table.open_blocks.back()->level();
    return table.root;
}

}  // namespace dateline::glass
