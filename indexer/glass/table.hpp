#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace dateline::glass {

inline constexpr std::uint32_t block_size = 8192;
inline constexpr std::uint32_t revision = 1;
/// What Xapian itself asks for in tables whose tags are worth compressing.
inline constexpr std::uint32_t compress_from_18_bytes = 18;

/// What the version file says of one table: where its root is. The default is a table without
/// entries and without a file.
struct TableRoot {
    std::uint32_t root_block = 0;
    std::uint32_t level = 0;
    bool is_fake = true;
    std::uint64_t entries = 0;
    std::uint32_t compress_minimum = 0;  ///< of tags, for later writers; 0: never
    std::uint32_t block_count = 0;
    std::uint64_t hash = 0;  ///< XXH3 of the table's blocks in the order of writing
};

/// Writes one glass table (a B-tree file) in a single pass over entries in key order. Four levels
/// of buffering are not needed: each level has one open block.
class TableWriter {
  public:
    /// Makes the file. Throws Error{input_output}.
    TableWriter(const std::filesystem::path& file, std::uint32_t compress_minimum);
    ~TableWriter();
    TableWriter(TableWriter&&) noexcept;

    /// Keys strictly ascending by unsigned bytes, 1 to 255 bytes; tags up to some 100 MB. A tag
    /// that is raw deflate says so.
    void add(std::string_view key, std::string_view tag, bool is_compressed = false);
    /// Writes what is left; the file is durable (fsync) afterwards. A table without entries leaves
    /// no file.
    TableRoot finish();

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace dateline::glass
