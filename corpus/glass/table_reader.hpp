#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "corpus/glass/layout.hpp"
#include "corpus/glass/leaf_item.hpp"
#include "corpus/mapped_file.hpp"

namespace dateline::glass {

/// A glass table open for reading, memory-mapped. Whatever its bytes are, reading them ends, and
/// stays within the file: each block, offset and size is looked at, and keys must ascend. Throws
/// Error{index} where they do not.
class TableReader {
  public:
    /// Of a table without entries, whose root is fake, the file is not opened. Throws Error{index}
    /// where it is shorter than the root says, Error as MappedFile does.
    TableReader(const std::filesystem::path& file, const TableRoot& root);

    bool is_empty() const { return root_.is_fake; }
    const std::string& name() const { return name_; }  ///< for messages

  private:
    friend class TableCursor;

    /// Where the system's cache lacks the block, it is asked for so many from there on, once: page
    /// by page it would read much around each.
    void fetch(std::uint32_t block, std::uint32_t count) const;

    MappedFile file_;
    std::string name_;
    TableRoot root_;
    std::size_t blocks_ = 0;
    std::unique_ptr<std::atomic<bool>[]> was_wanted_;  // of each block
};

/// Goes through the entries of a table in key order (unsigned bytes).
class TableCursor {
  public:
    /// At the end, until it is told where to go. The table must outlive the cursor.
    explicit TableCursor(const TableReader& table) : table_(&table) {}

    /// To the last entry whose key is not greater; where there is none, to one with an empty key,
    /// which is no entry.
    void seek(std::string_view key);
    /// To the first entry whose key is not smaller.
    void seek_from(std::string_view key);
    /// False where it has come to the end.
    bool next();
    bool at_end() const { return at_end_; }

    /// Views of both are as long as the table; that of a tag until the next one is asked for.
    std::string_view key() const { return item_.key; }
    std::string_view tag();

  private:
    /// Where it is on the way from the root to a leaf, a level each.
    struct Step {
        std::uint32_t block = 0;
        std::uint32_t item = 0;
    };

    /// The block there, which is as large as it should be, of this level, and not empty.
    const char* block(std::uint32_t level) const;
    std::string_view item_bytes(std::uint32_t level, const char* block, std::uint32_t item) const;
    LeafItem item_there(const char* block, std::uint32_t item) const;
    bool branch_reaches(std::uint32_t level, const char* block, std::uint32_t item,
                        std::string_view key) const;
    void go_below(std::uint32_t level, std::uint32_t behind);
    void find(std::string_view key);
    bool step();
    void step_back();
    std::string_view gathered_tag();
    [[noreturn]] void throw_broken(std::uint32_t level = 0) const;

    const TableReader* table_;
    std::array<Step, max_levels> steps_{};  // by level
    LeafItem item_;
    bool at_end_ = true;
    std::string tag_;
};

}  // namespace dateline::glass
