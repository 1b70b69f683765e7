#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace dateline {

/// How bytes are compressed.
enum class Compression : std::uint8_t {
    gzip,     ///< RFC 1952
    zlib,     ///< RFC 1950
    deflate,  ///< RFC 1951, nothing around it
    zstd,     ///< RFC 8878
    xz,       ///< The .xz File Format 1.1
    bzip2,
};

/// So many bytes tell whether a member begins with them.
inline constexpr std::size_t member_head_bytes = 10;

/// As its first member_head_bytes, or all there are, tell of a file; nullopt: it is not compressed.
std::optional<Compression> compression_of(std::string_view head);

/// Decompresses a member of a compressed file after the other: of gzip its members, of zstd frames,
/// of xz and bzip2 streams. Lengths and checksums that the data has are verified.
class MemberDecoder {
  public:
    enum class Outcome : std::uint8_t { goes_on, ended, damaged };

    virtual ~MemberDecoder() = default;

    /// Whether there is one member only, and what follows is none of ours.
    virtual bool is_alone() const { return false; }
    /// Whether a member begins with `head`.
    virtual bool begins(std::string_view head) const = 0;
    /// Whether so many zeros may stand between two members.
    virtual bool may_part(std::uint64_t zeros) const { return zeros == 0; }
    /// What is decoded next is a member's beginning. Throws Error{input_output} without memory.
    virtual void begin() = 0;
    /// Takes what it reads off the front of `from`, and what it fills off the front of `room`. What
    /// it filled before damage is right as far as can be told.
    virtual Outcome decode(std::string_view& from, std::span<char>& room) = 0;
    /// After damage: why.
    virtual std::string reason() const = 0;
};

/// Begins with a member.
std::unique_ptr<MemberDecoder> new_member_decoder(Compression compression);

}  // namespace dateline
