#pragma once

#include "corpus/formats/xml_article.hpp"
#include "corpus/formats/xml_nodes.hpp"

namespace dateline {

/// An element NewsItem of NewsML 1.0 to 1.2 (IPTC).
XmlReading read_newsml1_item(XmlNode item, const DateOptions& dates);

}  // namespace dateline
