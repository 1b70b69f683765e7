#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// Compresses stored passages with zstd and the index's dictionary (empty: none). One object a
/// thread.
class TextCompressor {
  public:
    explicit TextCompressor(std::string_view dictionary);
    ~TextCompressor();
    TextCompressor(TextCompressor&&) noexcept;
    std::string compress(std::string_view bytes);

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

class TextDecompressor {
  public:
    explicit TextDecompressor(std::string_view dictionary);
    ~TextDecompressor();
    TextDecompressor(TextDecompressor&&) noexcept;
    TextDecompressor& operator=(TextDecompressor&&) noexcept;
    /// Throws Error{index} for damaged bytes, and for a record over 128 MiB.
    std::string decompress(std::string_view bytes, std::string_view what = "a stored text");

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// A zstd dictionary of at most `max_bytes` trained on encoded passages; empty where there is too
/// little to learn from.
std::string train_dictionary(const std::vector<std::string>& samples, std::size_t max_bytes);

}  // namespace dateline
