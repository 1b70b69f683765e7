#include "corpus/article.hpp"

#include "corpus/bytes.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace dateline {

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
    fields.varint(static_cast<std::uint64_t>(article.date.precision));
    fields.signed_varint(article.date.day);
    fields.signed_varint(article.date.instant);
    fields.signed_varint(article.date.zone_minutes);
    return XXH3_64bits(fields.bytes().data(), fields.size());
}

}  // namespace dateline
