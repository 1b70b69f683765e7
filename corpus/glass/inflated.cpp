#include "corpus/glass/inflated.hpp"

#include <zlib.h>

#include <limits>
#include <memory>
#include <new>

namespace dateline::glass {

namespace {

struct EndInflate {
    void operator()(z_stream* stream) const { ::inflateEnd(stream); }
};

}  // namespace

std::optional<std::string> inflated(std::string_view bytes) {
    constexpr std::size_t room_bytes = 16UL << 10;
    if (bytes.size() > std::numeric_limits<uInt>::max()) return std::nullopt;
    z_stream stream{};
    // zlib's own declaration lacks the const.
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    if (::inflateInit2(&stream, -MAX_WBITS) != Z_OK) throw std::bad_alloc();
    const std::unique_ptr<z_stream, EndInflate> end(&stream);
    std::string contents;
    while (contents.size() <= longest_tag) {
        const std::size_t before = contents.size();
        contents.resize(before + room_bytes);
        stream.next_out = reinterpret_cast<Bytef*>(contents.data() + before);
        stream.avail_out = room_bytes;
        const int outcome = ::inflate(&stream, Z_NO_FLUSH);
        contents.resize(contents.size() - stream.avail_out);
        if (outcome == Z_STREAM_END) return contents;
        if (outcome == Z_MEM_ERROR) throw std::bad_alloc();
        if (outcome != Z_OK) return std::nullopt;  // Z_BUF_ERROR: it stands still
    }
    return std::nullopt;
}

}  // namespace dateline::glass
