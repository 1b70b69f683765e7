#pragma once

#include <string>
#include <vector>

#include "searcher/leaf_match.hpp"
#include "searcher/phrase.hpp"

namespace dateline {

/// What a leaf asks for in those languages of a segment that analyse it alike.
struct LanguageGroup {
    const AskedWords* words = nullptr;
    std::vector<bool> languages;  ///< by the segment's numbers

    bool holds_for(const ArticlesFile& articles, std::uint32_t article) const {
        return languages[articles.language(article)];
    }
};

/// The term that a term has in headlines.
std::string headline_term(const std::string& term);

/// Where the tokens of `group` stand side by side, inside the headline or inside the body, as the
/// leaf's field wants: proposed by the terms, decided by the stored text.
LeafMatches match_phrase(const SegmentScope& scope, const TextLeaf& leaf,
                         const LanguageGroup& group);

}  // namespace dateline
