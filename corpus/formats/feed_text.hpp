#pragma once

#include <cstdint>
#include <string>

#include "corpus/formats/xml_nodes.hpp"

namespace dateline {

enum class FeedDialect : std::uint8_t { rss, atom, cdf };

/// What an element of a feed says, whatever its type and mode: plain text, HTML (escaped or in a
/// CDATA section), XHTML, HTML that nobody escaped, base64. In Atom text is plain unless its type
/// says otherwise; in RSS it is HTML where it has markup. Neither cleaned nor trimmed.
std::string feed_text(XmlNode element, FeedDialect dialect);

/// Names of people: of an element with children name (and email, uri) the name, else its text
/// without the address beside it. Clean.
std::string feed_person(XmlNode element);

}  // namespace dateline
