#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace dateline {

enum class JsonField : std::uint8_t {
    id,
    url,
    headline,
    date,
    body,
    byline,
    source,
    section,
    language,
    place,
};
inline constexpr std::size_t json_field_count = 10;

struct JsonKey {
    std::string_view name;  ///< letters and digits only, lower case: "pubdate" is pub_date, pubDate
    JsonField field;
};

/// Which keys of a JSON record are read as what. Of several keys for one field the first in this
/// table wins that is there and not empty; so what only sums up an article is its body only where
/// nothing else is.
inline constexpr std::array json_keys{
    JsonKey{"id", JsonField::id},
    JsonKey{"articleid", JsonField::id},
    JsonKey{"guid", JsonField::id},
    JsonKey{"uuid", JsonField::id},
    JsonKey{"docid", JsonField::id},
    JsonKey{"docno", JsonField::id},
    JsonKey{"url", JsonField::url},
    JsonKey{"canonicalurl", JsonField::url},
    JsonKey{"weburl", JsonField::url},
    JsonKey{"link", JsonField::url},
    JsonKey{"permalink", JsonField::url},
    JsonKey{"headline", JsonField::headline},
    JsonKey{"title", JsonField::headline},
    JsonKey{"hl", JsonField::headline},
    JsonKey{"webtitle", JsonField::headline},
    JsonKey{"date", JsonField::date},
    JsonKey{"published", JsonField::date},
    JsonKey{"publisheddate", JsonField::date},
    JsonKey{"publishdate", JsonField::date},
    JsonKey{"datepublished", JsonField::date},
    JsonKey{"datepublish", JsonField::date},
    JsonKey{"publishedat", JsonField::date},
    JsonKey{"publishedon", JsonField::date},
    JsonKey{"publicationdate", JsonField::date},
    JsonKey{"webpublicationdate", JsonField::date},
    JsonKey{"pubdate", JsonField::date},
    JsonKey{"datetime", JsonField::date},
    JsonKey{"time", JsonField::date},
    JsonKey{"timestamp", JsonField::date},
    JsonKey{"created", JsonField::date},
    JsonKey{"createdat", JsonField::date},
    JsonKey{"datecreated", JsonField::date},
    JsonKey{"body", JsonField::body},
    JsonKey{"text", JsonField::body},
    JsonKey{"maintext", JsonField::body},
    JsonKey{"fulltext", JsonField::body},
    JsonKey{"bodytext", JsonField::body},
    JsonKey{"articlebody", JsonField::body},
    JsonKey{"articletext", JsonField::body},
    JsonKey{"content", JsonField::body},
    JsonKey{"story", JsonField::body},
    JsonKey{"article", JsonField::body},
    JsonKey{"paragraphs", JsonField::body},
    JsonKey{"leadparagraph", JsonField::body},
    JsonKey{"lead", JsonField::body},
    JsonKey{"description", JsonField::body},
    JsonKey{"abstract", JsonField::body},
    JsonKey{"summary", JsonField::body},
    JsonKey{"byline", JsonField::byline},
    JsonKey{"author", JsonField::byline},
    JsonKey{"authors", JsonField::byline},
    JsonKey{"by", JsonField::byline},
    JsonKey{"creator", JsonField::byline},
    JsonKey{"source", JsonField::source},
    JsonKey{"publisher", JsonField::source},
    JsonKey{"publication", JsonField::source},
    JsonKey{"newspaper", JsonField::source},
    JsonKey{"outlet", JsonField::source},
    JsonKey{"sitename", JsonField::source},
    JsonKey{"site", JsonField::source},
    JsonKey{"sourcedomain", JsonField::source},
    JsonKey{"section", JsonField::section},
    JsonKey{"sectionname", JsonField::section},
    JsonKey{"articlesection", JsonField::section},
    JsonKey{"category", JsonField::section},
    JsonKey{"categories", JsonField::section},
    JsonKey{"rubric", JsonField::section},
    JsonKey{"desk", JsonField::section},
    JsonKey{"newsdesk", JsonField::section},
    JsonKey{"topic", JsonField::section},
    JsonKey{"language", JsonField::language},
    JsonKey{"inlanguage", JsonField::language},
    JsonKey{"lang", JsonField::language},
    JsonKey{"locale", JsonField::language},
    JsonKey{"place", JsonField::place},
    JsonKey{"location", JsonField::place},
};

/// Keys of an object that stands where a text is expected, in the order in which they are tried:
/// headline.main, authors[].name, content.rendered, _id.$oid.
inline constexpr std::array<std::string_view, 11> json_text_keys{
    "main", "name",  "title", "default", "original", "rendered",
    "text", "value", "$oid",  "$date",   "@value"};

/// The row of json_keys for a key in any spelling; nullopt for keys that are not read.
std::optional<std::size_t> json_key_row(std::string_view key);

}  // namespace dateline
