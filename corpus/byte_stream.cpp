#include "corpus/byte_stream.hpp"

#include "corpus/compressed_input.hpp"
#include "corpus/error.hpp"

#include <algorithm>
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
    const std::optional<Compression> compression = compression_of(raw->peek(member_head_bytes));
    if (!compression) return raw;
    return decompressed_stream(std::move(raw), *compression);
}

std::unique_ptr<ByteStream> decompressed_stream(std::unique_ptr<ByteStream> raw,
                                                Compression compression) {
    const auto input = std::make_shared<CompressedInput>(std::move(raw), compression);
    return buffered_stream([input](std::span<char> room) { return input->read(room); },
                           {std::nullopt, [input] { return input->source_offset(); },
                            [input] { return input->resume(); }});
}

}  // namespace dateline
