#pragma once

#include "corpus/formats/xml_article.hpp"
#include "corpus/formats/xml_nodes.hpp"
#include "corpus/reader.hpp"

namespace dateline {

/// Reuters Corpus, volume 1 and 2: an element newsitem each.
bool recognises_rcv1(std::string_view head);
const ArticleReader& rcv1_reader();

XmlReading read_rcv1(XmlNode newsitem, const DateOptions& dates);

}  // namespace dateline
