#include "corpus/article.hpp"

#include "corpus/bytes.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <utility>

namespace dateline {

namespace {

void write_date(ByteWriter& fields, const Date& date) {
    fields.varint(static_cast<std::uint64_t>(date.precision));
    fields.signed_varint(date.day);
    fields.signed_varint(date.instant);
    fields.signed_varint(date.zone_minutes);
}

// nullptr for the date, which is no text.
std::string Article::*text_member(ArticleField field) {
    switch (field) {
        case ArticleField::id:
            return &Article::id;
        case ArticleField::headline:
            return &Article::headline;
        case ArticleField::date:
            return nullptr;
        case ArticleField::source:
            return &Article::source;
        case ArticleField::section:
            return &Article::section;
        case ArticleField::byline:
            return &Article::byline;
        case ArticleField::place:
            return &Article::place;
        case ArticleField::language:
            return &Article::language;
        case ArticleField::url:
            return &Article::url;
        case ArticleField::body:
            return &Article::body;
    }
    return nullptr;
}

}  // namespace

const std::string& text_of(const Article& article, ArticleField field) {
    std::string Article::*const member = text_member(field);
    return member ? article.*member : article.date.raw;
}

void fill(Article& article, ArticleField field, std::string value, Provenance provenance) {
    std::string Article::*const member = text_member(field);
    if (!member || value.empty() || !(article.*member).empty()) return;
    article.*member = std::move(value);
    article.provenance.set(field, provenance);
}

bool comes_before(const Article& a, const Article& b) {
    if (a.date.known() != b.date.known()) return a.date.known();
    if (a.date.known()) {
        if (a.date.day != b.date.day) return a.date.day > b.date.day;
        if (a.date.instant != b.date.instant) return a.date.instant > b.date.instant;
    }
    return a.id < b.id;
}

std::uint64_t content_hash(const Article& article) {
    ByteWriter fields;
    for (const std::string* field :
         {&article.id, &article.url, &article.headline, &article.body, &article.source,
          &article.section, &article.byline, &article.place, &article.language, &article.date.raw})
        fields.string(*field);
    write_date(fields, article.date);
    fields.varint(article.provenance.packed());
    return XXH3_64bits(fields.bytes().data(), fields.size());
}

DuplicateKey duplicate_key(const Article& article) {
    ByteWriter fields;
    for (const std::string* field :
         {&article.headline, &article.body, &article.source, &article.language})
        fields.string(*field);
    // Dates that cannot be read are equal where they are printed alike.
    fields.string(article.date.known() ? std::string_view() : article.date.raw);
    write_date(fields, article.date);
    const XXH128_hash_t hash = XXH3_128bits(fields.bytes().data(), fields.size());
    return {hash.high64, hash.low64};
}

}  // namespace dateline
