#pragma once

#include <cstddef>
#include <filesystem>
#include <string_view>

namespace dateline {

/// A whole file, read-only in memory for the life of the object. An empty file is an empty view.
class MappedFile {
  public:
    MappedFile() = default;
    /// Throws Error{input_output} with the path and the system's reason; Error{index} where there
    /// is no file of that name.
    explicit MappedFile(const std::filesystem::path& path);
    ~MappedFile();
    MappedFile(MappedFile&& other) noexcept;
    MappedFile& operator=(MappedFile&& other) noexcept;

    std::string_view bytes() const { return {data_, size_}; }
    /// Open for reading as long as this object lives, whatever has become of the file's name; -1
    /// for an empty file.
    int descriptor() const { return descriptor_; }
    /// These bytes will be read here and there soon: asks the system for all of them at once,
    /// without waiting. Not where the first of them are in its cache, nor where they are so many
    /// (16 MiB) that few of them will be needed.
    void fetch(std::size_t offset, std::size_t bytes) const;
    void fetch() const { fetch(0, size_); }
    /// What was read so far no longer counts as this process's memory; it is read again, from the
    /// system's cache mostly, when needed.
    void release() const;

  private:
    const char* data_ = nullptr;
    std::size_t size_ = 0;
    int descriptor_ = -1;
};

}  // namespace dateline
