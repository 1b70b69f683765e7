#pragma once

#include <string>

#include "corpus/article.hpp"

namespace dateline {

/// Values for fields that a record leaves empty.
struct FieldDefaults {
    std::string source;
    std::string section;
    std::string place;
    std::string language;  ///< ISO 639 code

    bool operator==(const FieldDefaults&) const = default;
};

/// Fills what is empty in the article, and says that --set did.
Article with_defaults(Article article, const FieldDefaults& defaults);

}  // namespace dateline
