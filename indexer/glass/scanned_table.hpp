#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/glass/leaf_item.hpp"
#include "corpus/mapped_file.hpp"

namespace dateline::glass {

/// A glass table of which something is damaged: the entries that its leaves hold, found by looking
/// at every block. Neither the version file nor the branches, which lead to a leaf, are read.
class ScannedTable {
  public:
    /// Throws Error{input_output} where the file cannot be read. What is no item of a leaf is
    /// passed over.
    explicit ScannedTable(const std::filesystem::path& file);

    /// nullopt where a part of it is missing, or makes no sense. Nothing tells whether it is as it
    /// was written.
    std::optional<std::string> tag(std::string_view key) const;

  private:
    struct Piece {
        LeafItem item;  // in the file
        std::uint32_t revision = 0;
    };

    void scan(std::string_view block);
    void add_item(std::string_view block, std::size_t offset, std::uint32_t written);

    MappedFile file_;
    std::vector<Piece> pieces_;  // by key and component, of each the newest revision
};

}  // namespace dateline::glass
