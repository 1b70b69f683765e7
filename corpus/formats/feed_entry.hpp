#pragma once

#include <string>
#include <vector>

#include "corpus/formats/feed_fields.hpp"
#include "corpus/formats/feed_header.hpp"
#include "corpus/formats/xml_article.hpp"
#include "corpus/formats/xml_nodes.hpp"

namespace dateline {

/// The elements in a channel or an entry that are read, best first.
class FeedElements {
  public:
    FeedElements(XmlNode parent, const FeedHeader& header);

    /// Of each the first that is not empty.
    std::string line(FeedField field) const;
    std::string body() const;
    /// All of the best kind, joined by commas.
    std::string people(FeedField field) const;
    /// As it is written, of each that is there.
    std::vector<std::string> texts(FeedField field) const;
    XmlNode first(FeedField field) const;

  private:
    struct Element {
        std::size_t row;
        XmlNode node;
    };
    std::vector<Element> elements_;  ///< in the order of feed_keys, then of the document
    FeedDialect dialect_;
};

/// An element item or entry.
XmlReading read_feed_entry(XmlNode entry, const FeedHeader& header, const DateOptions& dates);

}  // namespace dateline
