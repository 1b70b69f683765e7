#pragma once

#include <string>
#include <vector>

#include "searcher/asked_units.hpp"
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

/// The units of the segment's texts that the group's tokens are, the first of them where there are
/// more than AskedUnits takes.
AskedUnits asked_units(const SegmentScope& scope, const LanguageGroup& group);

/// The term that a term has in headlines.
std::string headline_term(const std::string& term);

/// Where the tokens of `group` stand side by side, inside the headline or inside the body, as the
/// leaf's field wants: proposed by the terms, decided by the stored
/// words.
LeafMatches match_phrase(const SegmentScope& scope, const TextLeaf& leaf,
                         const LanguageGroup& group);

}  // namespace dateline
