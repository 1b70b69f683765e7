#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/dead_terms.hpp"

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
        are_counted_ = false;
        ++count_;
        return true;
    }
    /// The stems of the dead ones, where they were counted since the last one was buried.
    const DeadTerms* terms() const { return are_counted_ ? &terms_ : nullptr; }
    void set_terms(DeadTerms terms) {
        terms_ = std::move(terms);
        are_counted_ = true;
    }
    bool operator==(const Tombstones&) const = default;

  private:
    std::vector<bool> dead_;
    std::uint32_t count_ = 0;
    DeadTerms terms_;
    bool are_counted_ = false;
};

/// With a checksum.
std::string encode_tombstones(const Tombstones& tombstones, std::uint32_t article_count);
/// Throws Error{index} for damage, and where it is of another number of articles.
Tombstones decode_tombstones(std::string_view bytes, std::uint32_t article_count,
                             const std::filesystem::path& file);

}  // namespace dateline
