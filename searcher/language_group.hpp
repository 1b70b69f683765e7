#pragma once

#include <cstdint>
#include <vector>

#include "searcher/article_set.hpp"
#include "searcher/plan.hpp"
#include "searcher/segment.hpp"

namespace dateline {

/// Where a word or phrase holds in a segment. Every article has at least one passage; a match in
/// the headline is one of the first passage.
struct LeafMatches {
    std::uint64_t candidates =
        0;  ///< articles that the terms propose, before the stored words tell
    ArticleSet articles;
    std::vector<Posting> passages;  ///< ascending; of a phrase: where it begins
};

/// What a leaf asks for in those languages of a segment that analyse it alike.
struct LanguageGroup {
    const AskedWords* words = nullptr;
    std::vector<bool> languages;  ///< by the segment's numbers

    bool holds_for(const ArticlesFile& articles, std::uint32_t article) const {
        return languages[articles.language(article)];
    }
};

}  // namespace dateline
