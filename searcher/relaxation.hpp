#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "searcher/article_probe.hpp"
#include "searcher/query.hpp"

namespace dateline {

/// What an article has instead of a clause that does not hold for it.
struct Relaxation {
    std::string reason;  ///< what is with the article: a clause without period
    /// The smallest change of the clause that holds. nullopt: none does, short of leaving it out.
    std::optional<Query> query;
    std::uint32_t cost = 0;  ///< of the change: what is less is smaller
};

/// Of a word, phrase, near, at_least, value or date, or an `any` of what is looked for in texts,
/// that does not hold. A change is one of these, and of all that hold the least one is taken: a
/// word further apart, or once less often, 1 each; another order of the words 2; another inflection
/// 3; another field, letter case, ending or edit of a word 3; a wider unit of text 5; the whole
/// article instead of nearness 20,000; a side or word left out 40,000. Every query that is given
/// was asked of the article, as it is read back from its text. Where the probe gives up nothing is
/// told.
Relaxation smallest_relaxation(ArticleProbe& probe, const Query& clause);

/// Whether the query, written down and read again, holds for the article.
bool admits(ArticleProbe& probe, const Query& query, WordsNeeded needed);

}  // namespace dateline
