#pragma once

#include <memory>
#include <string>

#include "corpus/reader.hpp"

namespace dateline {

/// A file of XML as bytes in which '<' is '<': as it is, or, where it is in UTF-16 or the like,
/// decoded as a whole, which must then be smaller than a record may be.
class XmlSource {
  public:
    /// The stream must outlive the source.
    XmlSource(ByteStream& stream, std::uint64_t max_record_bytes);

    ByteStream& stream() { return decoded_ ? *decoded_ : stream_; }
    /// Empty, or why the file cannot be read.
    const std::string& problem() const { return problem_; }
    /// An offset in stream() as one in the file; each at least as large as the one before.
    std::uint64_t file_offset(std::uint64_t offset);

  private:
    ByteStream& stream_;
    std::string text_;
    std::unique_ptr<ByteStream> decoded_;
    std::string problem_;
    std::uint64_t unit_bytes_ = 1;
    std::uint64_t mark_bytes_ = 0;
    std::uint64_t counted_ = 0;  ///< bytes of text_ that are counted
    std::uint64_t units_ = 0;    ///< of the file, up to there
};

}  // namespace dateline
