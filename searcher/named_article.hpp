#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "corpus/article_id.hpp"
#include "corpus/command.hpp"
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

/// An article, or one of its passages (0: all of it).
struct NamedUnit {
    NamedArticle article;
    std::uint32_t passage = 0;
};

/// nullopt: there is no such article or passage, which a note has said. Throws as
/// find_named_article.
std::optional<NamedUnit> find_named_unit(const GlobalOptions& global, const Index& index,
                                         PassageId asked);

}  // namespace dateline
