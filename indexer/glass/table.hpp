#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "corpus/glass/layout.hpp"

namespace dateline::glass {

/// What Xapian itself asks for in tables whose tags are worth compressing.
inline constexpr std::uint32_t compress_from_18_bytes = 18;

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
