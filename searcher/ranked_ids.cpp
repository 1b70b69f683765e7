#include "searcher/ranked_ids.hpp"

#include <algorithm>

#include "corpus/article_id.hpp"
#include "searcher/matched_index.hpp"

namespace dateline {

namespace {

std::string unit_id(const std::string& article, const RankedArticle& ranked, const Index& index) {
    if (ranked.docid == 0) return article;
    const ArticlesFile& articles = index.segments()[ranked.place.segment].articles();
    return passage_id(article, ranked.docid - articles.first_docid(ranked.place.article) + 1);
}

}  // namespace

RankedIds IdRanker::rank(const Query& query, const RankOptions& options) {
    const MatchedIndex matched(index_, query, options.needed, options.unit,
                               options.limit == 0 ? MatchedIndex::decides_all : options.limit);
    const std::vector<RankedArticle> ranking = dateline::rank(
        matched, options.limit, [](ArticlePlace) { return true; }, options.ranking);
    RankedIds ranked{{}, matched.notes()};
    for (const RankedArticle& article : ranking) {
        const double score = shown_score(article);
        for (const std::string& id : ids_of(article.place))
            ranked.ids.push_back({unit_id(id, article, index_), score});
    }
    if (options.limit > 0 && ranked.ids.size() > options.limit) ranked.ids.resize(options.limit);
    return ranked;
}

// Its own and further ones.
const std::vector<std::string>& IdRanker::ids_of(ArticlePlace place) {
    std::vector<std::string>& ids = ids_[place.segment][place.article];
    if (!ids.empty()) return ids;
    const std::string own = index_.segments()[place.segment].header(place.article).id;
    ids = index_.copies().further_ids(own);
    ids.insert(std::ranges::lower_bound(ids, own), own);
    return ids;
}

}  // namespace dateline
