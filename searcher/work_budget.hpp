#pragma once

#include <cstddef>
#include <cstdint>

namespace dateline {

/// What answering a query may read of an index. A query of 64 KiB can ask for thousands of words
/// and nearnesses, each of them everywhere: it is refused before it takes minutes. Counted, not
/// timed, so that a query is refused on every machine or on none.
class WorkBudget {
  public:
    /// `text_bytes`: of the codes of all texts of the index. Whatever a few words ask for is
    /// allowed in an index of any size.
    explicit WorkBudget(std::uint64_t text_bytes);

    /// Throws Error{usage} where it is too much.
    void read_postings(std::uint64_t count) { spend(posting_cost * count); }
    /// Of texts, as they are stored; of tables that are looked through.
    void read_bytes(std::uint64_t count) { spend(count); }

    std::uint64_t spent() const { return spent_; }
    std::uint64_t allowed() const { return allowed_; }

  private:
    /// Bytes of code that are read in the time that a posting takes, and in the memory.
    static constexpr std::uint64_t posting_cost = 32;

    void spend(std::uint64_t bytes) {
        spent_ += bytes;
        if (spent_ > allowed_) refuse();
    }
    [[noreturn]] void refuse() const;

    std::uint64_t allowed_;
    std::uint64_t spent_ = 0;
};

/// Different words, phrases, nearnesses and counts in a query.
inline constexpr std::size_t max_leaves = 512;

/// Throws Error{usage} for more of them.
void check_leaf_count(std::size_t leaves);

}  // namespace dateline
