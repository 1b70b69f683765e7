#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "corpus/member_decoder.hpp"
#include "corpus/reader.hpp"

namespace dateline {

/// Compressed data decompressed: all members one after the other. Zeros behind the last member are
/// padding.
class CompressedInput {
  public:
    /// `raw` begins with a member.
    CompressedInput(std::unique_ptr<ByteStream> raw, Compression compression);

    /// As ReadBytes. Gives all that could be decompressed before it throws Error{input_output} for
    /// data that is damaged or ends early, or is a bomb.
    std::size_t read(std::span<char> room);
    /// After damage: goes on with the next member that begins in what follows; false where there is
    /// none, or no damage.
    bool resume();
    std::uint64_t source_offset() const { return raw_->source_offset(); }

  private:
    enum class State { member, between, damaged, ended };

    void begin_next();
    void begin_member();
    std::size_t decode_into(std::span<char> room);
    void fail(std::string_view what, std::string_view reason, std::uint64_t contents);

    std::unique_ptr<ByteStream> raw_;
    std::unique_ptr<MemberDecoder> decoder_;
    std::uint64_t member_begin_;  // in raw_
    State state_ = State::member;
    std::uint64_t delivered_ = 0;
    std::string problem_;
};

}  // namespace dateline
