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
        uncounted_.push_back(article);
        ++count_;
        return true;
    }
    /// The stems of all dead ones but these.
    const DeadTerms& terms() const { return terms_; }
    const std::vector<std::uint32_t>& uncounted() const { return uncounted_; }
    void set_terms(DeadTerms of_all) {
        terms_ = std::move(of_all);
        uncounted_.clear();
    }
    bool operator==(const Tombstones&) const = default;

  private:
    std::vector<bool> dead_;
    std::uint32_t count_ = 0;
    std::vector<std::uint32_t> uncounted_;
    DeadTerms terms_;
};

/// Counts the stems of those that are not counted: their texts are read. The files are those of the
/// segment. Throws Error{index} for damage.
void count_terms(Tombstones& tombstones, const ArticlesFile& articles, const PassageTexts& texts,
                 const TermsFile& terms);

/// With a checksum. Terms are kept where those of all dead articles were counted.
std::string encode_tombstones(const Tombstones& tombstones, std::uint32_t article_count);
/// Throws Error{index} for damage, and where it is of another number of articles.
Tombstones decode_tombstones(std::string_view bytes, std::uint32_t article_count,
                             const std::filesystem::path& file);

}  // namespace dateline
