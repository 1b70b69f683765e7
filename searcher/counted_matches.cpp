#include "searcher/counted_matches.hpp"

#include "corpus/impact.hpp"

namespace dateline {

void CountedMatches::add(DocId docid, bool in_headline, std::uint32_t count) {
    const std::uint32_t article = cursor_.article_of(docid);
    if (matches_.articles.empty() || matches_.articles.back() != article) {
        matches_.articles.push_back(article);
        const auto [first, end] = scope_.docids(article);
        tokens_ = tokens_each(scope_.articles().text_bytes(article), end - first);
    }
    const double frequency = (in_headline ? impact_headline_weight : 0) + count;
    matches_.passages.push_back({docid, impact(frequency, tokens_)});
}

}  // namespace dateline
