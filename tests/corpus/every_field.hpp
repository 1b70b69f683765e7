#pragma once

#include <array>
#include <cstddef>

#include "corpus/article_field.hpp"

namespace dateline::test {

inline auto every_field() {
    std::array<ArticleField, article_field_names.size()> fields{};
    for (std::size_t i = 0; i < fields.size(); ++i) fields[i] = static_cast<ArticleField>(i);
    return fields;
}

}  // namespace dateline::test
