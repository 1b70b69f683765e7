#include "searcher/article_set.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>

#include "corpus/distinct.hpp"

namespace dateline {

ArticleSet articles_between(std::uint32_t first, std::uint32_t end) {
    ArticleSet articles(end > first ? end - first : 0);
    std::iota(articles.begin(), articles.end(), first);
    return articles;
}

ArticleSet in_either(const ArticleSet& a, const ArticleSet& b) {
    ArticleSet both;
    both.reserve(a.size() + b.size());
    std::ranges::set_union(a, b, std::back_inserter(both));
    return both;
}

ArticleSet in_both(const ArticleSet& a, const ArticleSet& b) {
    ArticleSet both;
    std::ranges::set_intersection(a, b, std::back_inserter(both));
    return both;
}

ArticleSet without(const ArticleSet& a, const ArticleSet& b) {
    ArticleSet left;
    std::ranges::set_difference(a, b, std::back_inserter(left));
    return left;
}

bool contains(const ArticleSet& articles, std::uint32_t article) {
    return std::ranges::binary_search(articles, article);
}

ArticleSet article_set(std::vector<std::uint32_t> articles) {
    sort_distinct(articles);
    return articles;
}

}  // namespace dateline
