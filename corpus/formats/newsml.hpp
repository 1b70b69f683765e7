#pragma once

#include "corpus/formats/xml_article.hpp"
#include "corpus/formats/xml_nodes.hpp"
#include "corpus/reader.hpp"

namespace dateline {

/// NewsML-G2 (IPTC), its items by themselves or in a news message, and NewsML 1.x.
bool recognises_newsml(std::string_view head);
const ArticleReader& newsml_reader();

/// Whether an element of that name is an item of NewsML-G2, or a part of one that specifications
/// and systems hand around without it.
bool is_newsml_item(std::string_view local_name);
XmlReading read_newsml_item(XmlNode item, const DateOptions& dates);

}  // namespace dateline
