#include "indexer/article_feed.hpp"

#include <algorithm>
#include <memory>
#include <utility>

namespace dateline {

ArticleFeed feed_of(std::vector<Article> articles, PassageSplitter& splitter) {
    std::ranges::sort(articles, comes_before);
    // std::function wants what it holds to be copyable.
    auto sorted = std::make_shared<std::vector<Article>>(std::move(articles));
    return [sorted, next = std::size_t{0}, &splitter]() mutable -> std::optional<SplitArticle> {
        if (next == sorted->size()) return std::nullopt;
        SplitArticle split{std::move((*sorted)[next++]), {}};
        split.passages = splitter.split(split.article.body, split.article.language);
        return split;
    };
}

ArticleFeed feed_of(const StoredSegment& segment, const std::unordered_set<std::string>& left_out) {
    return [&segment, &left_out, next = std::uint32_t{0}]() mutable -> std::optional<SplitArticle> {
        while (next < segment.article_count())
            if (SplitArticle split = segment.read(next++); !left_out.contains(split.article.id))
                return split;
        return std::nullopt;
    };
}

ArticleFeed merged(std::vector<ArticleFeed> feeds) {
    struct Head {
        SplitArticle split;
        ArticleFeed feed;
    };
    auto heads = std::make_shared<std::vector<Head>>();
    for (ArticleFeed& feed : feeds)
        if (auto first = feed()) heads->push_back({*std::move(first), std::move(feed)});
    // An index has few segments, so the first of the heads is found by looking at each.
    return [heads]() -> std::optional<SplitArticle> {
        const auto first = std::ranges::min_element(
            *heads, comes_before,
            [](const Head& head) -> const Article& { return head.split.article; });
        if (first == heads->end()) return std::nullopt;
        SplitArticle split = std::move(first->split);
        if (auto next = first->feed())
            first->split = *std::move(next);
        else
            heads->erase(first);
        return split;
    };
}

}  // namespace dateline
