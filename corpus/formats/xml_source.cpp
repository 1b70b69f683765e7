#include "corpus/formats/xml_source.hpp"

#include "corpus/ascii.hpp"
#include "corpus/encoding.hpp"
#include "corpus/formats/xml_root.hpp"
#include "corpus/source.hpp"

#include <fmt/format.h>

namespace dateline {
namespace {

constexpr std::size_t declaration_bytes = 256;

/// Charsets of 7 bits, in which '<' may be half a character.
bool has_shifts(std::string_view head) {
    const std::string charset = lower_ascii(xml_encoding(head.substr(0, declaration_bytes)));
    return charset.starts_with("iso-2022") || charset.starts_with("hz-gb") ||
           charset.starts_with("utf-7");
}

/// Told from the first bytes, where no byte order mark says it.
std::string_view wide_charset(std::string_view head) {
    using namespace std::string_view_literals;
    if (head.starts_with("\0\0\0<"sv)) return "utf-32be";
    if (head.starts_with("<\0\0\0"sv)) return "utf-32le";
    if (head.starts_with("\0<"sv)) return "utf-16be";
    return head.starts_with("<\0"sv) ? "utf-16le" : "";
}

}  // namespace

XmlSource::XmlSource(ByteStream& stream, std::uint64_t max_record_bytes) : stream_(stream) {
    const std::string_view head = stream.peek(declaration_bytes);
    const bool is_wide = has_wide_characters(head);
    const std::string declared(is_wide ? wide_charset(head)
                                       : xml_encoding(head.substr(0, declaration_bytes)));
    if (!is_wide && !has_shifts(head)) return;
    const std::string_view bytes = stream.peek(max_record_bytes + 1);
    if (bytes.size() > max_record_bytes) {
        problem_ = fmt::format("record of more than {} bytes, the limit", max_record_bytes);
        return;
    }
    DecodedText decoded = decode_text(bytes, declared);
    text_ = std::move(decoded.text);
    decoded_ = open_bytes(text_);
    unit_bytes_ = decoded.charset.starts_with("utf-32") ? 4 : 2;
    if (!is_wide) unit_bytes_ = 0;  // the place in the file is not known any more
    if (declared.empty()) mark_bytes_ = unit_bytes_;
}

std::uint64_t XmlSource::file_offset(std::uint64_t offset) {
    if (!decoded_) return offset;
    for (; counted_ < offset && counted_ < text_.size(); ++counted_) {
        const auto byte = static_cast<unsigned char>(text_[counted_]);
        if ((byte & 0xC0U) != 0x80) ++units_;
        if (byte >= 0xF0 && unit_bytes_ == 2) ++units_;  // a pair of surrogates
    }
    return mark_bytes_ + units_ * unit_bytes_;
}

}  // namespace dateline
