#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "searcher/article_scorer.hpp"

namespace dateline {

/// What a first look finds of a plan in one segment, article by article.
struct PossibleArticles {
    ArticleSet articles;               ///< living ones: no other one matches
    std::vector<ArticleScore> scores;  ///< of each, at most
    bool are_sure = true;              ///< whether all of them match, with these scores
    /// Where scores are not sure: of each article the frequency of each leaf, 0 where it does not
    /// hold; leaves may hold in fewer articles.
    std::vector<std::uint8_t> frequencies;

    std::span<const std::uint8_t> frequencies_of(std::size_t index) const {
        const std::size_t leaves = frequencies.size() / articles.size();
        return std::span(frequencies).subspan(index * leaves, leaves);
    }
};

/// Where articles are the answer. `matcher` of that scope.
PossibleArticles find_possible(const SegmentScope& scope, SegmentMatcher& matcher,
                               const QueryWeights& weights);

}  // namespace dateline
