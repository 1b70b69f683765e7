#include "corpus/formats/xml_document.hpp"

#include "corpus/character_references.hpp"
#include "corpus/encoding.hpp"

#include <fmt/format.h>
#include <pugixml.hpp>

#include <algorithm>

namespace dateline {
namespace {

// White space between elements may be the blank between two words. No DTD is read: pugixml knows
// only the five entities of XML.
constexpr unsigned int parse_options = pugi::parse_default | pugi::parse_ws_pcdata;

std::string_view describe(pugi::xml_parse_status status) {
    switch (status) {
        case pugi::status_end_element_mismatch:
            return "start and end tags do not match";
        case pugi::status_bad_attribute:
            return "an attribute is broken";
        case pugi::status_bad_start_element:
            return "a start tag is broken";
        case pugi::status_bad_end_element:
            return "an end tag is broken";
        case pugi::status_bad_comment:
            return "a comment is not closed";
        case pugi::status_bad_cdata:
            return "a CDATA section is not closed";
        case pugi::status_bad_pi:
        case pugi::status_bad_doctype:
            return "a processing instruction or document type is broken";
        case pugi::status_no_document_element:
            return "it has no element";
        default:
            return "it cannot be parsed";
    }
}

/// A record that is read byte by byte is in none of the encodings of wide characters, whatever its
/// document declares: it may have been one once.
std::string_view charset_of_bytes(std::string_view declared) {
    constexpr std::string_view width_digits = "12346";
    const bool is_wide = declared.size() > 4 && (declared[0] | 0x20) == 'u' &&
                         declared.find_first_of(width_digits) != declared.npos &&
                         declared.find('8') == declared.npos;
    return is_wide ? std::string_view() : declared;
}

}  // namespace

struct XmlDocument::Tree {
    pugi::xml_document document;
};

XmlDocument::XmlDocument() : tree_(std::make_unique<Tree>()) {}
XmlDocument::~XmlDocument() = default;

XmlNode XmlDocument::root() const {
    return XmlNode(tree_->document.document_element().internal_object());
}

std::string XmlDocument::parse(const XmlRecord& record) {
    const std::string_view charset = charset_of_bytes(record.charset);
    // Zero bytes would end the text, or make it look like UTF-16.
    if (record.bytes.find('\0') == record.bytes.npos) {
        return parse(decode_text(record.bytes, charset).text, record.origin.line);
    }
    std::string bytes(record.bytes);
    std::replace(bytes.begin(), bytes.end(), '\0', ' ');
    return parse(decode_text(bytes, charset).text, record.origin.line);
}

std::string XmlDocument::parse(std::string_view text, std::uint64_t first_line) {
    ResolvedEntities resolved = resolve_entities(text);
    warning_.clear();
    if (!resolved.unknown.empty()) {
        warning_ = fmt::format("entity &{}; is not known, and stays as written", resolved.unknown);
    }
    text_ = resolved.text.empty() ? std::string(text) : std::move(resolved.text);
    const pugi::xml_parse_result result = tree_->document.load_buffer_inplace(
        text_.data(), text_.size(), parse_options, pugi::encoding_utf8);
    if (result && root()) return {};
    // Parsing changed the text, but no line break before the place where it stopped.
    const std::string_view before = std::string_view(text_).substr(
        0, static_cast<std::size_t>(std::max<std::ptrdiff_t>(result.offset, 0)));
    return fmt::format(
        "not well-formed XML: {}, in line {}", describe(result.status),
        first_line + static_cast<std::uint64_t>(std::count(before.begin(), before.end(), '\n')));
}

}  // namespace dateline
