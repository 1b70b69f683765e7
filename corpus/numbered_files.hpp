#pragma once

#include <cstdint>
#include <filesystem>
#include <set>
#include <string_view>

namespace dateline {

/// The sources of a state are named so, and by its number.
inline constexpr std::string_view sources_kind = "sources-";

/// The numbers behind the names of all that lies in an index, whether or not a manifest names it.
class NumberedFiles {
  public:
    /// Reads the folder. Throws std::filesystem::filesystem_error.
    explicit NumberedFiles(const std::filesystem::path& index);

    const std::set<std::uint64_t>& manifests() const { return manifests_; }
    const std::set<std::uint64_t>& sources() const { return sources_; }
    /// Greater than the number of anything but manifests and sources.
    std::uint64_t next_number() const { return others_.empty() ? 1 : *others_.rbegin() + 1; }

  private:
    std::set<std::uint64_t> manifests_;
    std::set<std::uint64_t> sources_;
    std::set<std::uint64_t> others_;
};

}  // namespace dateline
