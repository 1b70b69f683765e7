#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dateline {

/// Four bytes as a number, little-endian.
inline std::uint32_t fixed32_at(const char* at) {
    const auto byte = [&](int i) -> std::uint32_t { return static_cast<unsigned char>(at[i]); };
    return byte(0) | byte(1) << 8 | byte(2) << 16 | byte(3) << 24;
}

/// Appends the encodings that all of our flat records use. Varints: seven bits a byte, least
/// significant first (LEB128); signed ones zigzag; strings: varint length, then the bytes; fixed
/// numbers little-endian.
class ByteWriter {
  public:
    void varint(std::uint64_t value);
    void signed_varint(std::int64_t value);
    void string(std::string_view value);
    void fixed32(std::uint32_t value);
    void fixed64(std::uint64_t value);
    void raw(std::string_view bytes) { bytes_.append(bytes); }

    std::size_t size() const { return bytes_.size(); }
    const std::string& bytes() const& { return bytes_; }
    std::string bytes() && { return std::move(bytes_); }

  private:
    std::string bytes_;
};

/// Reads them back. Every read checks the end: throws Error{index} "damaged" with `what` in it.
class ByteReader {
  public:
    /// Both views must outlive the reader; so do the views that it returns point into `bytes`.
    ByteReader(std::string_view bytes, std::string_view what) : bytes_(bytes), what_(what) {}
    std::uint64_t varint() {
        if (bytes_.empty() || static_cast<unsigned char>(bytes_.front()) >= 0x80)
            return long_varint();
        const auto value = static_cast<unsigned char>(bytes_.front());
        bytes_.remove_prefix(1);
        return value;
    }
    /// A varint that fits 32 bits, else damaged.
    std::uint32_t varint32() {
        const std::uint64_t value = varint();
        if (value > UINT32_MAX) throw_too_large();
        return static_cast<std::uint32_t>(value);
    }
    /// Steps over so many varints, whatever they say.
    void skip_varints(std::uint64_t count) {
        const char* at = bytes_.data();
        const char* const end = at + bytes_.size();
        for (; count > 0 && at != end; ++at) count -= static_cast<unsigned char>(*at) < 0x80;
        if (count > 0) throw_early_end();
        bytes_.remove_prefix(static_cast<std::size_t>(at - bytes_.data()));
    }
    std::int64_t signed_varint();
    std::string_view string() { return raw(varint()); }
    std::uint32_t fixed32();
    std::uint64_t fixed64();
    std::string_view raw(std::size_t size) {
        if (size > bytes_.size()) throw_early_end();
        const std::string_view taken = bytes_.substr(0, size);
        bytes_.remove_prefix(size);
        return taken;
    }
    bool at_end() const { return bytes_.empty(); }
    std::size_t left() const { return bytes_.size(); }

  private:
    std::uint64_t long_varint();
    [[noreturn]] void throw_early_end() const;
    [[noreturn]] void throw_too_large() const;

    std::string_view bytes_;
    std::string_view what_;
};

/// The Error{index} that says that `what` is damaged. What to type next is said by who knows the
/// index.
[[noreturn]] void throw_damaged(std::string_view what, std::string_view detail);

}  // namespace dateline
