#include "corpus/bytes.hpp"

#include <fmt/format.h>

#include "corpus/error.hpp"

namespace dateline {

namespace {

template <typename Number>
void append_little_endian(std::string& bytes, Number value) {
    for (std::size_t i = 0; i < sizeof(Number); ++i)
        bytes.push_back(static_cast<char>((value >> (8 * i)) & 0xFF));
}

template <typename Number>
Number little_endian(std::string_view bytes) {
    Number value = 0;
    for (std::size_t i = 0; i < sizeof(Number); ++i)
        value |= static_cast<Number>(static_cast<unsigned char>(bytes[i])) << (8 * i);
    return value;
}

}  // namespace

void ByteWriter::varint(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) bytes_.push_back(static_cast<char>(value | 0x80));
    bytes_.push_back(static_cast<char>(value));
}

void ByteWriter::signed_varint(std::int64_t value) {
    const auto bits = static_cast<std::uint64_t>(value);
    varint(value < 0 ? ~(bits << 1) : bits << 1);
}

void ByteWriter::string(std::string_view value) {
    varint(value.size());
    raw(value);
}

void ByteWriter::fixed32(std::uint32_t value) { append_little_endian(bytes_, value); }
void ByteWriter::fixed64(std::uint64_t value) { append_little_endian(bytes_, value); }

std::uint64_t ByteReader::long_varint() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
        const auto byte = static_cast<unsigned char>(raw(1).front());
        // The tenth byte has room for one bit, and no number ends in a zero byte that adds nothing.
        if ((shift == 63 && byte > 1) || (shift > 0 && byte == 0)) break;
        value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
        if (byte < 0x80) return value;
    }
    throw_damaged(what_, "a number in it is no number");
}

std::int64_t ByteReader::signed_varint() {
    const std::uint64_t bits = varint();
    return static_cast<std::int64_t>((bits >> 1) ^ (~(bits & 1) + 1));
}

std::uint32_t ByteReader::fixed32() { return little_endian<std::uint32_t>(raw(4)); }
std::uint64_t ByteReader::fixed64() { return little_endian<std::uint64_t>(raw(8)); }

void ByteReader::throw_early_end() const { throw_damaged(what_, "it ends too early"); }
void ByteReader::throw_too_large() const { throw_damaged(what_, "a number in it is too large"); }

void throw_damaged(std::string_view what, std::string_view detail) {
    throw Error(ErrorKind::index, fmt::format("{} is damaged: {}", what, detail));
}

}  // namespace dateline
