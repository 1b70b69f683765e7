#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "corpus/date.hpp"
#include "corpus/provenance.hpp"

namespace dateline {

/// Where a record stands in the archive: the way back to the source.
struct Origin {
    std::string root;    ///< the PATH that was indexed, absolute
    std::string path;    ///< of the file, relative to root; the file name where root is a file
    std::string member;  ///< inside a container, else empty
    std::uint64_t offset = 0;  ///< of the record's first byte in the (decompressed) file or member
    std::uint64_t line = 1;    ///< of the record's first byte, from 1
    std::uint32_t record = 0;  ///< K of the K-th record (from 1) of a file that can hold several; 0
                               ///< where the file is one article

    bool operator==(const Origin&) const = default;
};

/// One news article. All texts are valid UTF-8 in NFC without control characters save newline and
/// tab; an absent field is empty. Paragraphs of the body are separated by exactly one empty line
/// ("\n\n"), and the body neither begins nor ends with white space.
struct Article {
    std::string id;  ///< as readers give it: the record's own id, raw, or empty; in the index: the
                     ///< final id (article_id.hpp)
    std::string url;
    std::string headline;  ///< one line
    std::string body;
    std::string source;
    std::string section;
    std::string byline;
    std::string place;
    std::string language;  ///< ISO 639 code in lower case ("en"), or empty where it is not known
    Date date;
    FieldProvenance provenance;
    Origin origin;

    bool operator==(const Article&) const = default;
};

/// The text of a field; of the date, as it is printed in the source.
const std::string& text_of(const Article& article, ArticleField field);

/// Gives a field that is empty its value, and says from where; changes nothing where the field has
/// one, or `value` is empty. Not for the date.
void fill(Article& article, ArticleField field, std::string value, Provenance provenance);

/// Position in document order: day descending, undated last; then instant descending; then id
/// ascending. True where `a` comes strictly before `b`.
bool comes_before(const Article& a, const Article& b);

/// XXH3 64-bit hash of everything that a reader of the article sees (all fields but the origin),
/// and of where the values were found. Equal for equal articles on every machine.
std::uint64_t content_hash(const Article& article);

/// 128-bit XXH3 of headline, body, date, source and language: articles with the same key are exact
/// duplicates.
struct DuplicateKey {
    std::uint64_t high = 0;
    std::uint64_t low = 0;
    auto operator<=>(const DuplicateKey&) const = default;
};
DuplicateKey duplicate_key(const Article& article);

}  // namespace dateline
