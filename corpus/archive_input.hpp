#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/error.hpp"
#include "corpus/reader.hpp"

struct archive;

namespace dateline {

struct FreeArchive {
    void operator()(archive* a) const;
};
using ArchiveReader = std::unique_ptr<archive, FreeArchive>;

/// A reader of libarchive that knows no format yet.
ArchiveReader new_archive_reader();

/// What libarchive says of its last failure. Never empty.
std::string archive_reason(archive* reader);

/// Whether archive_reason tells that bytes were wanted and there were none.
bool tells_early_end(std::string_view reason);

/// Where libarchive takes its bytes from. Exceptions do not pass through C, so that what reading
/// throws is kept here.
class ArchiveInput {
  public:
    /// From front to back. The stream must outlive the input.
    explicit ArchiveInput(ByteStream& stream) : stream_(&stream) {}
    /// Wherever libarchive wants to read.
    explicit ArchiveInput(RandomAccess bytes) : bytes_(std::move(bytes)) {}
    ArchiveInput(const ArchiveInput&) = delete;
    ArchiveInput& operator=(const ArchiveInput&) = delete;

    /// What archive_read_open1 returns. The input must outlive the reader.
    int open(archive* reader);

    /// What stopped the reading of bytes, as opposed to what they mean.
    const std::optional<Error>& failure() const { return failure_; }
    /// Of the stream, given to libarchive and not yet stepped over.
    std::size_t bytes_at_hand() const { return fed_; }
    /// How many of the bytes read last are zero.
    std::uint64_t trailing_zeros() const { return trailing_zeros_; }

  private:
    std::string_view next_block();
    void count_zeros(std::string_view block);
    static long read(archive* reader, void* self, const void** block);
    static std::int64_t seek(archive* reader, void* self, std::int64_t offset, int whence);

    ByteStream* stream_ = nullptr;
    RandomAccess bytes_{};
    std::uint64_t position_ = 0;  // in bytes_
    std::vector<char> block_;
    std::size_t fed_ = 0;  // of what stream_ has at hand
    std::uint64_t trailing_zeros_ = 0;
    std::optional<Error> failure_;
};

/// Why bytes of a file are not read on that have grown to so many that they are a bomb: to over 64
/// MiB, and over 1000 times as many. Else empty. News shrinks to a tenth; feeds fetched every hour,
/// all alike, to a hundredth or so.
std::string bomb_problem(std::uint64_t contents, std::uint64_t source);

/// Throws that as an Error{input_output}.
void refuse_bomb(std::uint64_t contents, std::uint64_t source);

}  // namespace dateline
