#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

#include "corpus/member_decoder.hpp"
#include "corpus/reader.hpp"

namespace dateline {

/// Fills the beginning of the span and returns how many bytes; 0 at the end. Throws
/// Error{input_output}.
using ReadBytes = std::function<std::size_t(std::span<char>)>;

/// What a stream knows of the file that it reads.
struct StreamSource {
    std::optional<RandomAccess> access{};
    std::function<std::uint64_t()>
        offset{};                    ///< ByteStream::source_offset; empty: the stream's own
    std::function<bool()> resume{};  ///< ByteStream::resume; empty: there is nothing more
};

/// A stream over anything that can be read in blocks. Keeps one buffer, which grows only as far as
/// peek asks. Where reading fails, what was read before stays at hand, and every peek for more
/// fails alike.
std::unique_ptr<ByteStream> buffered_stream(ReadBytes read, StreamSource source = {});

/// Bytes in memory, which must outlive what reads them.
RandomAccess memory_access(std::string_view bytes);

/// `raw`, or, where its first bytes are those of gzip, zstd, xz or bzip2, its decompressed
/// contents: of all members, one after the other. Refuses bombs (archive_input.hpp).
std::unique_ptr<ByteStream> decompressed_stream(std::unique_ptr<ByteStream> raw);

/// `raw` decompressed, which is compressed so.
std::unique_ptr<ByteStream> decompressed_stream(std::unique_ptr<ByteStream> raw,
                                                Compression compression);

}  // namespace dateline
