#pragma once

#include <cstddef>
#include <filesystem>
#include <string_view>

namespace dateline {

/// A whole file, read-only in memory for the life of the object. An empty file is an empty view.
class MappedFile {
  public:
    MappedFile() = default;
    /// Throws Error{input_output} with the path and the system's reason.
    explicit MappedFile(const std::filesystem::path& path);
    ~MappedFile();
    MappedFile(MappedFile&& other) noexcept;
    MappedFile& operator=(MappedFile&& other) noexcept;

    std::string_view bytes() const { return {data_, size_}; }
    /// What was read so far no longer counts as this process's memory; it is read again, from the
    /// system's cache mostly, when needed.
    void release() const;

  private:
    const char* data_ = nullptr;
    std::size_t size_ = 0;
};

}  // namespace dateline
