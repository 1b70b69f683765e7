#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string_view>

namespace dateline {

/// Writes a new file from its beginning to its end, whatever its size. Its last 8 bytes are the
/// XXH3 of all others.
class ChecksummedFileWriter {
  public:
    /// Makes the file, or empties it. Throws Error{input_output}, as the other functions do.
    explicit ChecksummedFileWriter(const std::filesystem::path& path);
    ~ChecksummedFileWriter();

    void append(std::string_view bytes);
    /// Bytes appended so far.
    std::uint64_t size() const;
    /// The file is durable (fsync) afterwards.
    void finish();

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

inline constexpr std::size_t checksum_bytes = 8;

/// Throws Error{index} where the last 8 of `bytes`, a file of that name, are not the XXH3 of the
/// others.
void verify_checksum(std::string_view bytes, std::string_view name);

}  // namespace dateline
