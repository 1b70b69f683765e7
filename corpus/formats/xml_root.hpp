#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dateline {

/// What the beginning of a file says of the XML document in it.
struct XmlRoot {
    std::string name;    ///< of the root element, as written
    std::string tag;     ///< its start tag, as far as the head holds it
    std::string prolog;  ///< all before that tag, without a byte order mark
    bool has_declaration = false;
    bool has_junk = false;  ///< text stands before the document

    std::string_view local_name() const;
};

/// nullopt for what is not XML, and for HTML. UTF-16 and UTF-32 are read too, white space and up to
/// 1 KiB of other text before an XML declaration are passed over.
std::optional<XmlRoot> xml_root(std::string_view head);

/// Not for the tags of HTML that stand in the warnings some servers print before a document.
bool may_be_xml_root(std::string_view name);

/// UTF-16 or UTF-32, told from the first bytes: '<' with zeros beside it, or a byte order mark.
bool has_wide_characters(std::string_view head);

/// The encoding that an XML declaration in the text names; empty where there is none.
std::string_view xml_encoding(std::string_view declaration);

}  // namespace dateline
