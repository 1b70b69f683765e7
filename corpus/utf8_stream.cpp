#include "corpus/utf8_stream.hpp"

#include "corpus/byte_stream.hpp"
#include "corpus/detail/converter.hpp"
#include "corpus/error.hpp"

#include <array>
#include <span>
#include <string>

namespace dateline {
namespace {

using detail::Converter;

Converter converter_of(const std::string& name) {
    Converter converter = detail::open_converter(name);
    if (!converter) throw Error(ErrorKind::input_output, "cannot read " + name);
    return converter;
}

class Transcoding {
  public:
    Transcoding(ByteStream& raw, const ByteOrderMark& mark)
        : raw_(raw), from_(converter_of(mark.charset.converter)), to_(converter_of("UTF-8")) {
        raw_.peek(mark.bytes);
        raw_.skip(mark.bytes);
    }
    Transcoding(const Transcoding&) = delete;
    Transcoding& operator=(const Transcoding&) = delete;

    std::size_t read(std::span<char> room) {
        char* target = room.data();
        while (target == room.data() && !ended_) {
            const std::string_view bytes = raw_.peek(1);
            const char* source = bytes.data();
            UErrorCode status = U_ZERO_ERROR;
            ucnv_convertEx(to_.get(), from_.get(), &target, room.data() + room.size(), &source,
                           bytes.data() + bytes.size(), between_.data(), &between_read_,
                           &between_written_, between_.data() + between_.size(), 0,
                           bytes.empty() ? 1 : 0, &status);
            if (U_FAILURE(status) && status != U_BUFFER_OVERFLOW_ERROR)
                throw Error(ErrorKind::input_output, u_errorName(status));
            ended_ = bytes.empty() && status != U_BUFFER_OVERFLOW_ERROR;
            raw_.skip(static_cast<std::size_t>(source - bytes.data()));
        }
        return static_cast<std::size_t>(target - room.data());
    }

    std::uint64_t source_offset() const { return raw_.source_offset(); }

  private:
    ByteStream& raw_;
    Converter from_;
    Converter to_;
    // Between calls it may hold what the target had no room for.
    std::array<UChar, 4096> between_{};
    UChar* between_read_ = between_.data();
    UChar* between_written_ = between_.data();
    bool ended_ = false;
};

}  // namespace

std::optional<ByteOrderMark> wide_charset(std::string_view head) {
    if (auto mark = byte_order_mark(head)) {
        if (mark->charset.name == "utf-8") return std::nullopt;
        return mark;
    }
    if (const auto charset = utf16_without_mark(head)) return ByteOrderMark{*charset, 0};
    return std::nullopt;
}

std::unique_ptr<ByteStream> utf8_stream(ByteStream& raw, const ByteOrderMark& mark) {
    const auto transcoding = std::make_shared<Transcoding>(raw, mark);
    return buffered_stream([transcoding](std::span<char> room) { return transcoding->read(room); },
                           {std::nullopt, [transcoding] { return transcoding->source_offset(); }});
}

}  // namespace dateline
