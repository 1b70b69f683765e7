#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>

#include "corpus/mapped_file.hpp"
#include "indexer/sketch.hpp"

namespace dateline {

/// The file `sketches` of a segment, memory-mapped: a sketch for each article, in document order.
class SketchesFile {
  public:
    /// Throws Error{index} where the file is not whole.
    explicit SketchesFile(const std::filesystem::path& path);

    /// Valid as long as this object.
    std::span<const Sketch> sketches() const;
    /// Reads every byte; throws Error{index} where one is not as it was written.
    void verify() const;

  private:
    MappedFile file_;
    std::uint64_t checksum_ = 0;
};

std::string encode_sketches(std::span<const Sketch> sketches);

}  // namespace dateline
