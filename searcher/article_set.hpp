#pragma once

#include <cstdint>
#include <vector>

namespace dateline {

/// Article numbers of one segment, ascending, each once.
using ArticleSet = std::vector<std::uint32_t>;

/// The articles from `first` up to, without, `end`.
ArticleSet articles_between(std::uint32_t first, std::uint32_t end);
ArticleSet in_either(const ArticleSet& a, const ArticleSet& b);
ArticleSet in_both(const ArticleSet& a, const ArticleSet& b);
/// Those of `a` that are not in `b`.
ArticleSet without(const ArticleSet& a, const ArticleSet& b);
bool contains(const ArticleSet& articles, std::uint32_t article);
/// The set of articles that come in any order and several times.
ArticleSet article_set(std::vector<std::uint32_t> articles);

}  // namespace dateline
