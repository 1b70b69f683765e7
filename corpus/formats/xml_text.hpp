#pragma once

#include <string>

#include "corpus/formats/xml_nodes.hpp"

namespace dateline {

/// The text of an element in NITF or XHTML as a reader sees it: paragraphs, crossheads, items of
/// lists and rows of tables separated by empty lines, cells by a tab, line breaks kept; runs of
/// white space are a blank. Scripts, styles, pictures and their captions are left out. Empty lines
/// of a text that stands in no paragraph part paragraphs.
std::string block_text(XmlNode node);

}  // namespace dateline
