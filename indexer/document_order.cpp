#include "indexer/document_order.hpp"

#include <algorithm>

namespace dateline {

namespace {

struct Key {
    bool dated = false;
    Day day = 0;
    std::int32_t seconds = 0;
    OrderedArticle article;
    std::uint32_t passages = 0;
};

std::vector<Key> keys_of(std::span<const SegmentSource* const> sources) {
    std::vector<Key> keys;
    for (std::uint32_t source = 0; source < sources.size(); ++source)
        for (std::uint32_t i = 0; i < sources[source]->article_count(); ++i) {
            if (!sources[source]->is_wanted(i)) continue;
            const ArticleFacts facts = sources[source]->facts(i);
            keys.push_back({facts.dated, facts.day, facts.seconds, {source, i}, facts.passages});
        }
    return keys;
}

}  // namespace

std::vector<OrderedArticle> in_document_order(std::span<const SegmentSource* const> sources) {
    std::vector<Key> keys = keys_of(sources);
    const auto id_of = [&](const Key& key) {
        return sources[key.article.source]->id(key.article.article);
    };
    std::ranges::sort(keys, [&](const Key& a, const Key& b) {
        if (a.dated != b.dated) return a.dated;
        if (a.day != b.day) return a.day > b.day;
        if (a.seconds != b.seconds) return a.seconds > b.seconds;
        return id_of(a) < id_of(b);
    });
    std::vector<OrderedArticle> order;
    order.reserve(keys.size());
    DocId docid = 1;
    for (const Key& key : keys) {
        order.push_back({key.article.source, key.article.article, docid});
        docid += key.passages;
    }
    return order;
}

}  // namespace dateline
