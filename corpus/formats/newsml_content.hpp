#pragma once

#include "corpus/article.hpp"
#include "corpus/formats/xml_nodes.hpp"

namespace dateline {

/// What the content of an item of NewsML says.
struct NewsmlContent {
    Article article;            ///< body, and what an inline document says beside it
    bool is_elsewhere = false;  ///< in another file
};

/// Text in an element that holds NITF, XHTML, other XML or plain text.
Article read_inline_content(XmlNode holder, const DateOptions& dates);

/// Of several renditions in an element contentSet the first with text: NITF, XHTML or other XML
/// inline, or text, plain, in HTML or in base64.
NewsmlContent read_newsml_content(XmlNode content_set, const DateOptions& dates);

}  // namespace dateline
