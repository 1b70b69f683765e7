#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dateline {

/// Counts articles by their values of a field, folded, and how these are written.
class ValueCounts {
  public:
    /// One article's values as they are written, each once more than it may be named.
    void add_article(const std::vector<std::string_view>& values);
    /// So many articles without, or with, a value whose spelling is not known yet.
    void add_without(std::uint64_t articles) { without_ += articles; }
    void add_folded(const std::string& folded, std::uint64_t articles);

    struct Value {
        std::string folded;
        std::uint64_t articles = 0;
        std::string spelling;  ///< the most frequent one; empty where none is known
    };
    /// Most articles first, then by folded value; at most so many, 0: all.
    std::vector<Value> most(std::size_t most_values) const;
    std::uint64_t value_count() const { return counts_.size(); }
    std::uint64_t without() const { return without_; }

  private:
    struct Count {
        std::uint64_t articles = 0;
        std::unordered_map<std::string, std::uint64_t> spellings;
    };
    const std::string& folded(std::string_view value);

    std::unordered_map<std::string, Count> counts_;       // by folded value
    std::unordered_map<std::string, std::string> folds_;  // folding takes longer than looking up
    std::uint64_t without_ = 0;
};

/// The spelling that stands there most often, of equals the first in byte order.
std::string most_frequent(const std::unordered_map<std::string, std::uint64_t>& spellings);

}  // namespace dateline
