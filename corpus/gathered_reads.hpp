#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace dateline {

struct FileRange {
    std::uint64_t offset = 0;
    std::size_t bytes = 0;
};

/// Pieces of a file that lie far apart, read together. Mapped, each of them would cost a page fault
/// that maps its neighbours as well, and where the system's cache lacks them the disk would be
/// asked for one after the other, with much around each.
class GatheredReads {
  public:
    /// `descriptor`: open for reading, and no longer needed afterwards. Throws Error{input_output},
    /// which names `name`, also for a range that is not in the file.
    GatheredReads(int descriptor, std::string_view name, std::span<const FileRange> ranges);

    /// Of a range, by its place among those asked for; as long as this object lives.
    std::string_view bytes(std::size_t range) const;

  private:
    std::unique_ptr<char[]> bytes_;
    std::vector<std::size_t> begins_;  // of each range in bytes_, and the end
};

}  // namespace dateline
