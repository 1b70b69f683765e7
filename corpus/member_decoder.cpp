#include "corpus/member_decoder.hpp"

#include <bzlib.h>
#include <fmt/format.h>
#include <lzma.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <array>
#include <limits>

#include "corpus/error.hpp"

namespace dateline {
namespace {

using Outcome = MemberDecoder::Outcome;
using namespace std::string_view_literals;

constexpr std::size_t most_at_once = std::numeric_limits<unsigned>::max();

[[noreturn]] void throw_out_of_memory() { throw Error(ErrorKind::input_output, "out of memory"); }

void take(std::string_view& from, std::size_t bytes) { from.remove_prefix(bytes); }
void take(std::span<char>& room, std::size_t bytes) { room = room.subspan(bytes); }

// The libraries do not write to what they read, only their interfaces do not say so.
template <class Byte>
Byte* input(std::string_view from) {
    return reinterpret_cast<Byte*>(const_cast<char*>(from.data()));
}
template <class Byte>
Byte* output(std::span<char> room) {
    return reinterpret_cast<Byte*>(room.data());
}
unsigned at_once(std::size_t bytes) { return static_cast<unsigned>(std::min(bytes, most_at_once)); }

bool begins_gzip(std::string_view head) {
    constexpr unsigned reserved_flags = 0xE0;
    return head.starts_with("\x1F\x8B\x08") &&
           (head.size() < 4 || (static_cast<unsigned char>(head[3]) & reserved_flags) == 0);
}

bool begins_zstd(std::string_view head) {
    const bool is_skippable =
        head.size() >= 4 && (head[0] & '\xF0') == '\x50' && head.substr(1, 3) == "\x2A\x4D\x18"sv;
    return is_skippable || head.starts_with("\x28\xB5\x2F\xFD"sv);
}

bool begins_xz(std::string_view head) { return head.starts_with("\xFD\x37zXZ\0"sv); }

// Level, then the first block's or the empty file's own magic.
bool begins_bzip2(std::string_view head) {
    return head.size() >= 10 && head.starts_with("BZh") && head[3] >= '1' && head[3] <= '9' &&
           (head.substr(4, 6) == "1AY&SY"sv || head.substr(4, 6) == "\x17rE8P\x90"sv);
}

class Inflater final : public MemberDecoder {
  public:
    explicit Inflater(Compression wrapper) : wrapper_(wrapper) {
        if (inflateInit2(&zlib_, window_bits(wrapper)) != Z_OK) throw_out_of_memory();
    }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;
    ~Inflater() override { inflateEnd(&zlib_); }

    bool is_alone() const override { return wrapper_ != Compression::gzip; }
    bool begins(std::string_view head) const override { return begins_gzip(head); }
    void begin() override { inflateReset(&zlib_); }
    Outcome decode(std::string_view& from, std::span<char>& room) override {
        zlib_.next_in = input<Bytef>(from);
        zlib_.avail_in = at_once(from.size());
        zlib_.next_out = output<Bytef>(room);
        zlib_.avail_out = at_once(room.size());
        const int result = inflate(&zlib_, Z_NO_FLUSH);
        take(from, at_once(from.size()) - zlib_.avail_in);
        take(room, at_once(room.size()) - zlib_.avail_out);
        if (result == Z_STREAM_END) return Outcome::ended;
        return result == Z_OK || result == Z_BUF_ERROR ? Outcome::goes_on : Outcome::damaged;
    }
    std::string reason() const override {
        return zlib_.msg != nullptr ? zlib_.msg : "decompression failed";
    }

  private:
    /// By which zlib is told of the wrapper too.
    static int window_bits(Compression wrapper) {
        constexpr int gzip = 16;
        if (wrapper == Compression::gzip) return MAX_WBITS + gzip;
        return wrapper == Compression::zlib ? MAX_WBITS : -MAX_WBITS;
    }

    Compression wrapper_;
    z_stream zlib_{};
};

class ZstdDecoder final : public MemberDecoder {
  public:
    ZstdDecoder() : context_(ZSTD_createDCtx()) {
        if (context_ == nullptr) throw_out_of_memory();
        begin();
    }
    ZstdDecoder(const ZstdDecoder&) = delete;
    ZstdDecoder& operator=(const ZstdDecoder&) = delete;
    ~ZstdDecoder() override { ZSTD_freeDCtx(context_); }

    bool begins(std::string_view head) const override { return begins_zstd(head); }
    void begin() override { wanted_ = ZSTD_initDStream(context_); }
    Outcome decode(std::string_view& from, std::span<char>& room) override {
        // No more than it asks for, a block at most: of a call that finds damage zstd does not say
        // what it filled.
        ZSTD_inBuffer in{from.data(), std::min(from.size(), wanted_), 0};
        ZSTD_outBuffer out{room.data(), room.size(), 0};
        const std::size_t result = ZSTD_decompressStream(context_, &out, &in);
        take(from, in.pos);
        take(room, out.pos);
        if (ZSTD_isError(result)) {
            reason_ = ZSTD_getErrorName(result);
            return Outcome::damaged;
        }
        wanted_ = result;
        return result == 0 ? Outcome::ended : Outcome::goes_on;
    }
    std::string reason() const override { return reason_; }

  private:
    ZSTD_DCtx* context_;
    std::size_t wanted_ = 0;
    std::string reason_;
};

class XzDecoder final : public MemberDecoder {
  public:
    XzDecoder() { begin(); }
    XzDecoder(const XzDecoder&) = delete;
    XzDecoder& operator=(const XzDecoder&) = delete;
    ~XzDecoder() override { lzma_end(&lzma_); }

    bool begins(std::string_view head) const override { return begins_xz(head); }
    // Stream padding.
    bool may_part(std::uint64_t zeros) const override { return zeros % 4 == 0; }
    void begin() override {
        if (lzma_stream_decoder(&lzma_, most_memory, 0) != LZMA_OK) throw_out_of_memory();
    }
    Outcome decode(std::string_view& from, std::span<char>& room) override {
        lzma_.next_in = input<const std::uint8_t>(from);
        lzma_.avail_in = from.size();
        lzma_.next_out = output<std::uint8_t>(room);
        lzma_.avail_out = room.size();
        result_ = lzma_code(&lzma_, LZMA_RUN);
        take(from, from.size() - lzma_.avail_in);
        take(room, room.size() - lzma_.avail_out);
        if (result_ == LZMA_STREAM_END) return Outcome::ended;
        const bool goes_on = result_ == LZMA_OK || result_ == LZMA_BUF_ERROR;
        return goes_on ? Outcome::goes_on : Outcome::damaged;
    }
    std::string reason() const override {
        switch (result_) {
            case LZMA_MEMLIMIT_ERROR:
                return fmt::format("it needs more than {} MiB of memory", most_memory >> 20);
            case LZMA_MEM_ERROR:
                return "out of memory";
            case LZMA_FORMAT_ERROR:
                return "no xz stream";
            case LZMA_OPTIONS_ERROR:
                return "liblzma does not know its options";
            default:
                return "Corrupt input data";
        }
    }

  private:
    // `xz -9` needs 65 MiB.
    static constexpr std::uint64_t most_memory = 1ULL << 30;

    lzma_stream lzma_ = LZMA_STREAM_INIT;
    lzma_ret result_ = LZMA_OK;
};

class Bzip2Decoder final : public MemberDecoder {
  public:
    Bzip2Decoder() { begin(); }
    Bzip2Decoder(const Bzip2Decoder&) = delete;
    Bzip2Decoder& operator=(const Bzip2Decoder&) = delete;
    ~Bzip2Decoder() override { BZ2_bzDecompressEnd(&bzip2_); }

    bool begins(std::string_view head) const override { return begins_bzip2(head); }
    void begin() override {
        BZ2_bzDecompressEnd(&bzip2_);
        bzip2_ = {};
        if (BZ2_bzDecompressInit(&bzip2_, 0, 0) != BZ_OK) throw_out_of_memory();
    }
    Outcome decode(std::string_view& from, std::span<char>& room) override {
        bzip2_.next_in = input<char>(from);
        bzip2_.avail_in = at_once(from.size());
        bzip2_.next_out = room.data();
        bzip2_.avail_out = at_once(room.size());
        result_ = BZ2_bzDecompress(&bzip2_);
        take(from, at_once(from.size()) - bzip2_.avail_in);
        take(room, at_once(room.size()) - bzip2_.avail_out);
        if (result_ == BZ_STREAM_END) return Outcome::ended;
        return result_ == BZ_OK ? Outcome::goes_on : Outcome::damaged;
    }
    std::string reason() const override {
        return result_ == BZ_MEM_ERROR ? "out of memory" : "bzip2 decompression failed";
    }

  private:
    bz_stream bzip2_{};
    int result_ = BZ_OK;
};

}  // namespace

std::optional<Compression> compression_of(std::string_view head) {
    if (begins_gzip(head)) return Compression::gzip;
    if (head.starts_with("\x28\xB5\x2F\xFD"sv)) return Compression::zstd;
    if (begins_xz(head)) return Compression::xz;
    if (begins_bzip2(head)) return Compression::bzip2;
    return std::nullopt;
}

std::unique_ptr<MemberDecoder> new_member_decoder(Compression compression) {
    switch (compression) {
        case Compression::zstd:
            return std::make_unique<ZstdDecoder>();
        case Compression::xz:
            return std::make_unique<XzDecoder>();
        case Compression::bzip2:
            return std::make_unique<Bzip2Decoder>();
        case Compression::gzip:
        case Compression::zlib:
        case Compression::deflate:
            break;
    }
    return std::make_unique<Inflater>(compression);
}

}  // namespace dateline
