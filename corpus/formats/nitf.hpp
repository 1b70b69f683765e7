#pragma once

#include "corpus/formats/xml_article.hpp"
#include "corpus/formats/xml_nodes.hpp"
#include "corpus/reader.hpp"

namespace dateline {

/// News Industry Text Format 3.x (IPTC), and what the New York Times Annotated Corpus makes of it.
bool recognises_nitf(std::string_view head);
const ArticleReader& nitf_reader();

/// An element nitf, also within other documents.
XmlReading read_nitf(XmlNode nitf, const DateOptions& dates);

}  // namespace dateline
