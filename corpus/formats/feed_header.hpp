#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/formats/feed_text.hpp"
#include "corpus/formats/xml_document.hpp"

namespace dateline {

/// Whether elements of that local name are entries of a feed.
bool is_feed_entry(std::string_view local_name);

/// What a feed says of itself, wherever among its entries it says it.
struct FeedHeader {
    std::unique_ptr<XmlDocument> document;  ///< the feed without its entries
    FeedDialect dialect = FeedDialect::rss;
    std::string title;
    std::string byline;
    std::string language;
    std::string base;  ///< that links are relative to; may be empty

    XmlNode root() const { return document->root(); }
};

/// One header for each feed that the text holds, at least one. `text` may end anywhere: then what
/// comes later is not known.
std::vector<FeedHeader> read_feed_headers(std::string_view text);

}  // namespace dateline
