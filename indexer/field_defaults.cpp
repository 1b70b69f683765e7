#include "indexer/field_defaults.hpp"

namespace dateline {

Article with_defaults(Article article, const FieldDefaults& defaults) {
    for (const auto& [field, value] : {std::pair(&article.source, &defaults.source),
                                       {&article.section, &defaults.section},
                                       {&article.place, &defaults.place},
                                       {&article.language, &defaults.language}})
        if (field->empty()) *field = *value;
    return article;
}

}  // namespace dateline
