#include "corpus/sealed_bytes.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <utility>

namespace dateline {

std::string seal(ByteWriter writer) {
    writer.fixed64(XXH3_64bits(writer.bytes().data(), writer.size()));
    return std::move(writer).bytes();
}

ByteReader unseal(std::string_view bytes, std::string_view magic, std::string_view what) {
    constexpr std::size_t checksum_bytes = 8;
    const std::size_t size = bytes.size() - std::min(bytes.size(), checksum_bytes);
    ByteReader checksum(bytes.substr(size), what);
    if (checksum.fixed64() != XXH3_64bits(bytes.data(), size))
        throw_damaged(what, "its checksum is wrong");
    ByteReader reader(bytes.substr(0, size), what);
    if (reader.raw(magic.size()) != magic) throw_damaged(what, "it does not begin as it should");
    return reader;
}

}  // namespace dateline
