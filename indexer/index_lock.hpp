#pragma once

#include <filesystem>

namespace dateline {

/// The right to write to an index, held by one process at a time for as long as this object lives.
class IndexLock {
  public:
    /// Throws Error{refused}, which names the holder, where another writer is at work;
    /// Error{input_output} where the index cannot be written.
    explicit IndexLock(const std::filesystem::path& index);
    ~IndexLock();
    IndexLock(const IndexLock&) = delete;
    IndexLock& operator=(const IndexLock&) = delete;

  private:
    int descriptor_ = -1;
};

}  // namespace dateline
