#include "corpus/compressed_input.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "corpus/archive_input.hpp"
#include "corpus/error.hpp"

namespace dateline {

CompressedInput::CompressedInput(std::unique_ptr<ByteStream> raw, Compression compression)
    : raw_(std::move(raw)),
      decoder_(new_member_decoder(compression)),
      member_begin_(raw_->offset()) {}

std::size_t CompressedInput::read(std::span<char> room) {
    std::size_t size = 0;
    while (size == 0 && (state_ == State::member || state_ == State::between)) {
        if (state_ == State::between)
            begin_next();
        else
            size = decode_into(room);
    }
    if (size == 0 && state_ == State::damaged) throw Error(ErrorKind::input_output, problem_);
    delivered_ += size;
    refuse_bomb(delivered_, source_offset());
    return size;
}

/// Where a member has ended.
void CompressedInput::begin_next() {
    std::uint64_t zeros = 0;
    for (;;) {
        const std::string_view rest = raw_->peek(member_head_bytes);
        if (rest.empty()) {
            state_ = State::ended;
            return;
        }
        if (decoder_->may_part(zeros) && decoder_->begins(rest)) return begin_member();
        const std::size_t padding = std::min(rest.find_first_not_of('\0'), rest.size());
        if (padding == 0)
            return fail("is followed by something else", "no member begins there", delivered_);
        zeros += padding;
        raw_->skip(padding);
    }
}

void CompressedInput::begin_member() {
    decoder_->begin();
    member_begin_ = raw_->offset();
    state_ = State::member;
}

std::size_t CompressedInput::decode_into(std::span<char> room) {
    const std::string_view bytes = raw_->peek(1);
    std::string_view left = bytes;
    std::span<char> free = room;
    const MemberDecoder::Outcome outcome = decoder_->decode(left, free);
    raw_->skip(bytes.size() - left.size());
    const std::size_t size = room.size() - free.size();
    if (outcome == MemberDecoder::Outcome::ended)
        state_ = decoder_->is_alone() ? State::ended : State::between;
    else if (outcome == MemberDecoder::Outcome::damaged)
        fail("is damaged", decoder_->reason(), delivered_ + size);
    else if (bytes.empty() && size == 0)
        fail("ends early", "truncated input", delivered_);
    return size;
}

void CompressedInput::fail(std::string_view what, std::string_view reason, std::uint64_t contents) {
    state_ = State::damaged;
    problem_ =
        fmt::format("compressed data {}, after {} bytes of contents ({})", what, contents, reason);
}

bool CompressedInput::resume() {
    if (state_ != State::damaged || decoder_->is_alone()) return false;
    // A beginning that is damaged itself is no next one.
    std::size_t at = raw_->offset() == member_begin_ ? 1 : 0;
    for (;;) {
        const std::string_view bytes = raw_->peek(at + member_head_bytes);
        if (bytes.size() < at + member_head_bytes) return false;
        const std::size_t last = bytes.size() - member_head_bytes;
        while (at <= last && !decoder_->begins(bytes.substr(at))) ++at;
        raw_->skip(at);
        if (at <= last) break;
        at = 0;
    }
    begin_member();
    return true;
}

}  // namespace dateline
