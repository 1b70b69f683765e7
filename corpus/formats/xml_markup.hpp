#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace dateline {

/// What a '<' begins.
enum class XmlMarkup : std::uint8_t {
    none,     ///< no markup up to the end of the text
    partial,  ///< it does not end within the text
    start_tag,
    empty_tag,  ///< <name/>
    end_tag,
    declaration,  ///< <?xml ...?>, which begins a document
    doctype,
    other,  ///< comment, CDATA section, processing instruction
};

/// One piece of markup in a text.
struct XmlMark {
    XmlMarkup kind = XmlMarkup::none;
    std::size_t begin = 0;    ///< offset of its '<'
    std::size_t end = 0;      ///< offset after its last byte; of the text's end where it is partial
    std::string_view name{};  ///< of a tag, as written; of the text that was searched
    std::size_t quoted_values = 0;  ///< in a tag
};

/// The first markup at or after `at`. Takes what no parser would: a '<' that begins nothing is
/// text, and a quote that never closes ends with its tag. Any encoding whose ASCII bytes mean
/// nothing else.
XmlMark next_xml_mark(std::string_view text, std::size_t at);

/// "title" of "dc:title".
std::string_view xml_local_name(std::string_view name);
/// Equal up to the case of ASCII letters: SGML's heirs, and CDF, shout.
bool is_same_xml_name(std::string_view a, std::string_view b);

}  // namespace dateline
