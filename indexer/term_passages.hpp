#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// How many passages hold each stem of a segment. Memory: the bytes of all stems, and 12 each.
class TermPassages {
  public:
    /// In byte order.
    void add(std::string_view term, std::uint32_t passages);

    std::size_t count() const { return passages_.size(); }
    /// Its number, from 0; nothing for what was not added. Quickest near the term of the call
    /// before.
    std::optional<std::size_t> find(std::string_view term);
    std::uint32_t passages(std::size_t number) const { return passages_[number]; }

  private:
    std::string_view term(std::size_t number) const;

    std::string terms_;                // one after the other
    std::vector<std::uint64_t> ends_;  // of each
    std::vector<std::uint32_t> passages_;
    std::size_t last_ = 0;  // where the call before looked
};

/// Writes the file `terms` of a segment from its file `words`; durable afterwards. Memory: 4 bytes
/// a unit, 8 a term.
void write_unit_terms(const std::filesystem::path& folder, TermPassages& passages);

}  // namespace dateline
