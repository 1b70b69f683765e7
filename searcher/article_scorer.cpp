#include "searcher/article_scorer.hpp"

#include <algorithm>

#include "searcher/score_constants.hpp"

namespace dateline {

ArticleScorer::ArticleScorer(const SegmentScope& scope, const QueryWeights& weights)
    : scope_(scope), weights_(weights) {
    for (std::size_t language = 0; language < scope.plan.languages.size(); ++language) {
        roles_.push_back(scope.plan.roles(language));
        covers_.push_back(counts_coverage(
            static_cast<std::uint32_t>(std::ranges::count_if(roles_.back(), &LeafRole::counts))));
    }
}

ArticleScore ArticleScorer::score(std::uint32_t article,
                                  std::span<const std::uint8_t> frequencies) const {
    const std::size_t language = scope_.language(article);
    const std::vector<LeafRole>& roles = roles_[language];
    const double length = scope_.articles().text_bytes(article) / weights_.archive.average_bytes();
    const double half = scoring::k1 * ((1 - scoring::b) + scoring::b * length);
    ArticleScore score;
    for (std::size_t leaf = 0; leaf < frequencies.size(); ++leaf) {
        if (frequencies[leaf] == 0 || !roles[leaf].counts) continue;
        score.coverage += covers_[language];
        score.evidence += static_cast<double>(weights_.leaves[leaf]) * frequencies[leaf] /
                          (frequencies[leaf] + half);
    }
    score.evidence = weights_.total == 0 ? 0 : score.evidence / static_cast<double>(weights_.total);
    return score;
}

}  // namespace dateline
