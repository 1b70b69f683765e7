#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <span>

#include "corpus/reader.hpp"

namespace dateline {

/// Fills the beginning of the span and returns how many bytes; 0 at the end. Throws
/// Error{input_output}.
using ReadBytes = std::function<std::size_t(std::span<char>)>;

/// A stream over anything that can be read in blocks. Keeps one buffer, which grows only as far as
/// peek asks. Where reading fails, what was read before stays at hand, and every peek for more
/// fails alike.
std::unique_ptr<ByteStream> buffered_stream(ReadBytes read);

/// `raw`, or, where its first bytes are those of gzip, zstd, xz or bzip2, its decompressed
/// contents: of all members, one after the other.
std::unique_ptr<ByteStream> decompressed_stream(std::unique_ptr<ByteStream> raw);

}  // namespace dateline
