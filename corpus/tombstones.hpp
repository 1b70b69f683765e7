#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// Which articles of a segment are no longer in the index, though its files still hold them. The
/// file `tombstones-N`, which a manifest names for a segment that has any.
class Tombstones {
  public:
    Tombstones() = default;
    explicit Tombstones(std::uint32_t article_count) : dead_(article_count) {}

    bool any() const { return count_ > 0; }
    std::uint32_t count() const { return count_; }
    /// False for every article where there are none at all.
    bool is_dead(std::uint32_t article) const { return count_ > 0 && dead_[article]; }
    /// False where it was dead already. The article must be below the count given when made.
    bool bury(std::uint32_t article) {
        if (dead_[article]) return false;
        dead_[article] = true;
        ++count_;
        return true;
    }
    bool operator==(const Tombstones&) const = default;

  private:
    std::vector<bool> dead_;
    std::uint32_t count_ = 0;
};

/// With a checksum.
std::string encode_tombstones(const Tombstones& tombstones, std::uint32_t article_count);
/// Throws Error{index} for damage, and where it is of another number of articles.
Tombstones decode_tombstones(std::string_view bytes, std::uint32_t article_count,
                             const std::filesystem::path& file);

}  // namespace dateline
