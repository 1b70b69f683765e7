#include "corpus/deflate_input.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <utility>

#include "corpus/archive_input.hpp"
#include "corpus/error.hpp"

namespace dateline {
namespace {

constexpr std::string_view magic = "\x1F\x8B\x08";
constexpr std::size_t header_bytes = 10;

/// By which zlib is told of the wrapper too.
int window_bits(DeflateWrapper wrapper) {
    constexpr int gzip = 16;
    switch (wrapper) {
        case DeflateWrapper::gzip:
            return MAX_WBITS + gzip;
        case DeflateWrapper::zlib:
            return MAX_WBITS;
        case DeflateWrapper::none:
            break;
    }
    return -MAX_WBITS;
}

}  // namespace

bool begins_gzip_member(std::string_view bytes) {
    constexpr unsigned reserved_flags = 0xE0;
    return bytes.starts_with(magic) &&
           (bytes.size() < 4 || (static_cast<unsigned char>(bytes[3]) & reserved_flags) == 0);
}

DeflateInput::DeflateInput(std::unique_ptr<ByteStream> raw, DeflateWrapper wrapper)
    : raw_(std::move(raw)), wrapper_(wrapper) {
    if (inflateInit2(&zlib_, window_bits(wrapper)) != Z_OK)
        throw Error(ErrorKind::input_output, "out of memory");
}

DeflateInput::~DeflateInput() { inflateEnd(&zlib_); }

std::size_t DeflateInput::read(std::span<char> room) {
    std::size_t size = 0;
    while (size == 0 && (state_ == State::member || state_ == State::between)) {
        if (state_ == State::between)
            begin_next();
        else
            size = inflate_into(room);
    }
    if (size == 0 && state_ == State::damaged) throw Error(ErrorKind::input_output, problem_);
    delivered_ += size;
    refuse_bomb(delivered_, source_offset());
    return size;
}

/// Where a member has ended.
void DeflateInput::begin_next() {
    std::string_view rest = raw_->peek(header_bytes);
    if (begins_gzip_member(rest)) {
        inflateReset(&zlib_);
        state_ = State::member;
        return;
    }
    while (!rest.empty() && rest.find_first_not_of('\0') == rest.npos) {
        raw_->skip(rest.size());
        rest = raw_->peek(1);
    }
    if (rest.empty())
        state_ = State::ended;
    else
        fail("is followed by something else", "no gzip member begins there", delivered_);
}

std::size_t DeflateInput::inflate_into(std::span<char> room) {
    const std::string_view bytes = raw_->peek(1);
    constexpr std::size_t most = std::numeric_limits<uInt>::max();
    // zlib does not write to what it reads, only its older interfaces do not say so.
    zlib_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    zlib_.avail_in = static_cast<uInt>(std::min(bytes.size(), most));
    zlib_.next_out = reinterpret_cast<Bytef*>(room.data());
    zlib_.avail_out = static_cast<uInt>(std::min(room.size(), most));
    const std::size_t space = zlib_.avail_out;
    const std::size_t given = zlib_.avail_in;
    const int result = inflate(&zlib_, Z_NO_FLUSH);
    raw_->skip(given - zlib_.avail_in);
    const std::size_t size = space - zlib_.avail_out;
    if (result == Z_STREAM_END)
        state_ = wrapper_ == DeflateWrapper::gzip ? State::between : State::ended;
    else if (bytes.empty() && size == 0)
        fail("ends early", "truncated input", delivered_);
    else if (result != Z_OK && result != Z_BUF_ERROR)
        fail("is damaged", zlib_.msg != nullptr ? zlib_.msg : "decompression failed",
             delivered_ + size);
    return size;
}

void DeflateInput::fail(std::string_view what, std::string_view reason, std::uint64_t contents) {
    state_ = State::damaged;
    problem_ =
        fmt::format("compressed data {}, after {} bytes of contents ({})", what, contents, reason);
}

bool DeflateInput::resume() {
    if (state_ != State::damaged || wrapper_ != DeflateWrapper::gzip) return false;
    for (;;) {
        const std::string_view bytes = raw_->peek(header_bytes);
        if (bytes.size() < header_bytes) return false;
        const std::size_t at = bytes.find(magic.front());
        if (at == 0 && begins_gzip_member(bytes)) break;
        raw_->skip(at == 0 ? 1 : std::min(at, bytes.size()));
    }
    inflateReset(&zlib_);
    state_ = State::member;
    return true;
}

}  // namespace dateline
