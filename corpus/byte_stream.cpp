#include "corpus/byte_stream.hpp"

#include "corpus/archive_input.hpp"
#include "corpus/error.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>

namespace dateline {
namespace {

constexpr std::size_t block_bytes = 256UL << 10;

class BufferedStream final : public ByteStream {
  public:
    BufferedStream(ReadBytes read, StreamSource source)
        : read_(std::move(read)), source_(std::move(source)) {}

    std::string_view peek(std::size_t wanted) override {
        while (end_ - begin_ < wanted && !ended_) read_more(wanted);
        return {buffer_.get() + begin_, end_ - begin_};
    }

    void skip(std::size_t bytes) override {
        begin_ += bytes;
        offset_ += bytes;
    }

    std::uint64_t offset() const override { return offset_; }

    std::uint64_t source_offset() const override {
        return source_.offset ? source_.offset() : offset_;
    }

    bool resume() override {
        if (!failure_ || !source_.resume || !source_.resume()) return false;
        failure_.reset();
        skip(end_ - begin_);
        return true;
    }

    const RandomAccess* random_access() const override {
        return source_.access ? &*source_.access : nullptr;
    }

  private:
    void read_more(std::size_t wanted) {
        if (failure_) throw Error(*failure_);
        make_room(wanted);
        try {
            const std::size_t bytes = read_({buffer_.get() + end_, capacity_ - end_});
            end_ += bytes;
            ended_ = bytes == 0;
        } catch (const Error& error) {
            failure_ = error;
            throw;
        }
    }

    void make_room(std::size_t wanted) {
        const std::size_t at_hand = end_ - begin_;
        if (wanted > capacity_) {
            const std::size_t capacity = std::max({block_bytes, wanted, 2 * capacity_});
            auto larger = std::make_unique_for_overwrite<char[]>(capacity);
            if (at_hand > 0) std::memcpy(larger.get(), buffer_.get() + begin_, at_hand);
            buffer_ = std::move(larger);
            capacity_ = capacity;
        } else if (begin_ > 0) {
            std::memmove(buffer_.get(), buffer_.get() + begin_, at_hand);
        }
        begin_ = 0;
        end_ = at_hand;
    }

    ReadBytes read_;
    StreamSource source_;
    std::unique_ptr<char[]> buffer_;
    std::size_t capacity_ = 0;
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
    std::uint64_t offset_ = 0;
    bool ended_ = false;
    std::optional<Error> failure_;
};

bool is_compressed(std::string_view head) {
    using namespace std::string_view_literals;
    constexpr std::array magics{"\x28\xB5\x2F\xFD"sv, "\xFD\x37zXZ\0"sv};
    const auto begins = [&](std::string_view magic) { return head.starts_with(magic); };
    if (std::any_of(magics.begin(), magics.end(), begins)) return true;
    // bzip2: level, then the first block's or the empty file's own magic.
    return head.size() >= 10 && head.starts_with("BZh") && head[3] >= '1' && head[3] <= '9' &&
           (head.substr(4, 6) == "1AY&SY"sv || head.substr(4, 6) == "\x17rE8P\x90"sv);
}

/// Anything but gzip. libarchive's "raw" format: one entry, the filters undone.
class Decompression {
  public:
    explicit Decompression(std::unique_ptr<ByteStream> raw)
        : raw_(std::move(raw)),
          begin_(raw_->offset()),
          input_(*raw_),
          archive_(new_archive_reader()) {
        // Not filter_all: some of its filters run external programs.
        archive_read_support_filter_zstd(archive_.get());
        archive_read_support_filter_xz(archive_.get());
        archive_read_support_filter_bzip2(archive_.get());
        archive_read_support_format_raw(archive_.get());
        archive_read_support_format_empty(archive_.get());
    }

    std::size_t read(std::span<char> room) {
        if (!opened_) open();
        while (block_.empty() && !ended_) next_block();
        const std::size_t size = block_.copy(room.data(), room.size());
        block_.remove_prefix(size);
        delivered_ += size;
        return size;
    }

    std::uint64_t source_offset() const { return raw_->source_offset(); }

  private:
    void open() {
        opened_ = true;
        check(input_.open(archive_.get()));
        archive_entry* entry = nullptr;
        const int result = archive_read_next_header(archive_.get(), &entry);
        ended_ = result == ARCHIVE_EOF;
        if (!ended_) check(result);
    }

    void next_block() {
        const void* data = nullptr;
        std::size_t size = 0;
        la_int64_t offset = 0;
        const int result = archive_read_data_block(archive_.get(), &data, &size, &offset);
        ended_ = result == ARCHIVE_EOF;
        if (ended_) return require_end();
        check(result);
        // The block of compressed bytes that is being read counts as read.
        refuse_bomb(delivered_ + size, source_offset() + input_.bytes_at_hand());
        block_ = {static_cast<const char*>(data), size};
    }

    // Where another bzip2 stream should begin, libarchive takes anything else for the end. Zeros
    // are what fills a block of a tape.
    void require_end() {
        const auto taken = static_cast<std::uint64_t>(archive_filter_bytes(archive_.get(), -1));
        const std::uint64_t given = raw_->offset() + input_.bytes_at_hand() - begin_;
        bool is_over = input_.trailing_zeros() >= given - taken;
        raw_->skip(input_.bytes_at_hand());
        for (std::string_view rest = raw_->peek(1); is_over && !rest.empty();
             rest = raw_->peek(1)) {
            is_over = rest.find_first_not_of('\0') == rest.npos;
            raw_->skip(rest.size());
        }
        if (is_over) return;
        throw Error(ErrorKind::input_output,
                    fmt::format("compressed data is followed by something else, after {} bytes of "
                                "contents (no stream begins there)",
                                delivered_));
    }

    void check(int result) const {
        if (result >= ARCHIVE_WARN) return;
        if (input_.failure()) throw Error(*input_.failure());
        const std::string reason = archive_reason(archive_.get());
        throw Error(
            ErrorKind::input_output,
            fmt::format("compressed data {}, after {} bytes of contents ({})",
                        tells_early_end(reason) ? "ends early" : "is damaged", delivered_, reason));
    }

    std::unique_ptr<ByteStream> raw_;
    std::uint64_t begin_;  // where in it
    ArchiveInput input_;
    ArchiveReader archive_;
    bool opened_ = false;
    bool ended_ = false;
    std::string_view block_;
    std::uint64_t delivered_ = 0;
};

}  // namespace

std::unique_ptr<ByteStream> buffered_stream(ReadBytes read, StreamSource source) {
    return std::make_unique<BufferedStream>(std::move(read), std::move(source));
}

RandomAccess memory_access(std::string_view bytes) {
    return {bytes.size(), [bytes](std::uint64_t offset, std::span<char> room) {
                const auto begin = std::min<std::uint64_t>(offset, bytes.size());
                return bytes.substr(begin).copy(room.data(), room.size());
            }};
}

std::unique_ptr<ByteStream> decompressed_stream(std::unique_ptr<ByteStream> raw) {
    const std::string_view head = raw->peek(10);
    if (begins_gzip_member(head)) return inflated_stream(std::move(raw), DeflateWrapper::gzip);
    if (!is_compressed(head)) return raw;
    const auto decompression = std::make_shared<Decompression>(std::move(raw));
    return buffered_stream(
        [decompression](std::span<char> room) { return decompression->read(room); },
        {std::nullopt, [decompression] { return decompression->source_offset(); }, {}});
}

std::unique_ptr<ByteStream> inflated_stream(std::unique_ptr<ByteStream> raw,
                                            DeflateWrapper wrapper) {
    const auto input = std::make_shared<DeflateInput>(std::move(raw), wrapper);
    return buffered_stream([input](std::span<char> room) { return input->read(room); },
                           {std::nullopt, [input] { return input->source_offset(); },
                            [input] { return input->resume(); }});
}

}  // namespace dateline
