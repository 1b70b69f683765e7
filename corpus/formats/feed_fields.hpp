#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "corpus/formats/xml_nodes.hpp"

namespace dateline {

/// Whose vocabulary an element of a feed is in.
enum class FeedVocabulary : std::uint8_t {
    feed,  ///< RSS of any version, Atom, CDF
    dublin_core,
    content,  ///< RSS module for whole texts
    itunes,
    media,  ///< Media RSS
    feedburner,
    xhtml,
    other,
};

/// By its namespace, as declared on the element, around it, or in the header's root; of a prefix
/// that nobody declares, by what it is in other feeds.
FeedVocabulary vocabulary_of(XmlNode element, XmlNode header_root);

enum class FeedField : std::uint8_t { headline, body, date, byline, section, id, source, language };
inline constexpr std::size_t feed_field_count = 8;

struct FeedKey {
    FeedVocabulary vocabulary;
    std::string_view name;  ///< in lower case
    FeedField field;
};

/// Which elements of an entry are read as what. Of several for one field the first in this table
/// wins that is not empty: whole texts before what sums them up, the day of publication before the
/// day of the last change.
inline constexpr std::array feed_keys{
    FeedKey{FeedVocabulary::feed, "title", FeedField::headline},
    FeedKey{FeedVocabulary::dublin_core, "title", FeedField::headline},
    FeedKey{FeedVocabulary::media, "title", FeedField::headline},
    FeedKey{FeedVocabulary::itunes, "title", FeedField::headline},
    FeedKey{FeedVocabulary::content, "encoded", FeedField::body},
    FeedKey{FeedVocabulary::feed, "content", FeedField::body},
    FeedKey{FeedVocabulary::xhtml, "body", FeedField::body},
    FeedKey{FeedVocabulary::xhtml, "div", FeedField::body},
    FeedKey{FeedVocabulary::feed, "body", FeedField::body},
    FeedKey{FeedVocabulary::feed, "fullitem", FeedField::body},
    FeedKey{FeedVocabulary::feed, "description", FeedField::body},
    FeedKey{FeedVocabulary::feed, "summary", FeedField::body},
    FeedKey{FeedVocabulary::feed, "abstract", FeedField::body},
    FeedKey{FeedVocabulary::dublin_core, "description", FeedField::body},
    FeedKey{FeedVocabulary::dublin_core, "abstract", FeedField::body},
    FeedKey{FeedVocabulary::itunes, "summary", FeedField::body},
    FeedKey{FeedVocabulary::media, "description", FeedField::body},
    FeedKey{FeedVocabulary::itunes, "subtitle", FeedField::body},
    FeedKey{FeedVocabulary::feed, "pubdate", FeedField::date},
    FeedKey{FeedVocabulary::feed, "published", FeedField::date},
    FeedKey{FeedVocabulary::feed, "issued", FeedField::date},
    FeedKey{FeedVocabulary::dublin_core, "issued", FeedField::date},
    FeedKey{FeedVocabulary::dublin_core, "date", FeedField::date},
    FeedKey{FeedVocabulary::feed, "date", FeedField::date},
    FeedKey{FeedVocabulary::feed, "created", FeedField::date},
    FeedKey{FeedVocabulary::dublin_core, "created", FeedField::date},
    FeedKey{FeedVocabulary::dublin_core, "available", FeedField::date},
    FeedKey{FeedVocabulary::feed, "updated", FeedField::date},
    FeedKey{FeedVocabulary::feed, "modified", FeedField::date},
    FeedKey{FeedVocabulary::dublin_core, "modified", FeedField::date},
    FeedKey{FeedVocabulary::feed, "author", FeedField::byline},
    FeedKey{FeedVocabulary::dublin_core, "creator", FeedField::byline},
    FeedKey{FeedVocabulary::dublin_core, "author", FeedField::byline},
    FeedKey{FeedVocabulary::feed, "creator", FeedField::byline},
    FeedKey{FeedVocabulary::itunes, "author", FeedField::byline},
    FeedKey{FeedVocabulary::feed, "category", FeedField::section},
    FeedKey{FeedVocabulary::dublin_core, "subject", FeedField::section},
    FeedKey{FeedVocabulary::itunes, "category", FeedField::section},
    FeedKey{FeedVocabulary::media, "category", FeedField::section},
    FeedKey{FeedVocabulary::feed, "guid", FeedField::id},
    FeedKey{FeedVocabulary::feed, "id", FeedField::id},
    FeedKey{FeedVocabulary::dublin_core, "identifier", FeedField::id},
    FeedKey{FeedVocabulary::feed, "source", FeedField::source},
    FeedKey{FeedVocabulary::dublin_core, "publisher", FeedField::source},
    FeedKey{FeedVocabulary::dublin_core, "language", FeedField::language},
    FeedKey{FeedVocabulary::feed, "language", FeedField::language},
};

/// The row of feed_keys for an element; nullopt for those that are not read.
std::optional<std::size_t> feed_key_row(FeedVocabulary vocabulary, std::string_view local_name);

}  // namespace dateline
