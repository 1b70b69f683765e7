#pragma once

#include <optional>
#include <string>

#include "searcher/index.hpp"

namespace dateline {

/// An article as the user named it: its own id or, where it has several, another one.
struct NamedArticle {
    ArticlePlace place;
    std::string id;
};

/// By exact id, exact URL, unique beginning or unique end of an id. nullopt: there is none. Throws
/// Error{usage} with up to ten ids where several fit.
std::optional<NamedArticle> find_named_article(const Index& index, std::string id);

}  // namespace dateline
