#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace dateline {

/// The fields of an article that a record says, in the order of their names below.
enum class ArticleField : std::uint8_t {
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
inline constexpr std::array<std::string_view, 10> article_field_names{
    "id", "url", "headline", "date", "body", "byline", "source", "section", "language", "place"};

constexpr std::string_view name_of(ArticleField field) {
    return article_field_names[static_cast<std::size_t>(field)];
}

}  // namespace dateline
