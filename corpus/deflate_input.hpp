#pragma once

#include <zlib.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "corpus/reader.hpp"

namespace dateline {

/// Whether bytes begin as a member of a gzip file does (RFC 1952).
bool begins_gzip_member(std::string_view bytes);

/// What is around deflated data (RFC 1951): a gzip file, members and all (RFC 1952), zlib's header
/// and checksum (RFC 1950), or nothing.
enum class DeflateWrapper { gzip, zlib, none };

/// Deflated data decompressed: of a gzip file all members one after the other, lengths and
/// checksums verified, which libarchive does not. Zeros behind the last member are padding.
class DeflateInput {
  public:
    /// `raw` begins with what `wrapper` says.
    DeflateInput(std::unique_ptr<ByteStream> raw, DeflateWrapper wrapper);
    DeflateInput(const DeflateInput&) = delete;
    DeflateInput& operator=(const DeflateInput&) = delete;
    ~DeflateInput();

    /// As ReadBytes. Gives all that could be decompressed before it throws Error{input_output} for
    /// data that is damaged or ends early, or is a bomb.
    std::size_t read(std::span<char> room);
    /// After damage to a gzip file: goes on with the next member that begins in what follows; false
    /// where there is none, or no damage.
    bool resume();
    std::uint64_t source_offset() const { return raw_->source_offset(); }

  private:
    enum class State { member, between, damaged, ended };

    void begin_next();
    std::size_t inflate_into(std::span<char> room);
    void fail(std::string_view what, std::string_view reason, std::uint64_t contents);

    std::unique_ptr<ByteStream> raw_;
    DeflateWrapper wrapper_;
    z_stream zlib_{};
    State state_ = State::member;
    std::uint64_t delivered_ = 0;
    std::string problem_;
};

}  // namespace dateline
