#include "indexer/field_defaults.hpp"

namespace dateline {

Article with_defaults(Article article, const FieldDefaults& defaults) {
    for (const auto& [field, value] : {std::pair(ArticleField::source, &defaults.source),
                                       {ArticleField::section, &defaults.section},
                                       {ArticleField::place, &defaults.place},
                                       {ArticleField::language, &defaults.language}})
        fill(article, field, *value, Provenance::option);
    return article;
}

}  // namespace dateline
