#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "searcher/matched_index.hpp"

namespace dateline {

/// What a passage adds to the score of an article.
struct PassagePart {
    std::uint32_t number = 1;
    std::uint32_t impact = 0;  ///< 1 to 127: how much the passage is about the words
    std::uint64_t score = 0;   ///< weight x impact
};

/// What something that is looked for in texts adds to the score.
struct ScorePart {
    std::string text;
    std::uint64_t weight = 0;  ///< thousandths; 0 where it is denied
    std::vector<PassagePart> passages;
};

/// A clause of the query that keeps the article out.
struct Excluded {
    std::string clause;  ///< query text
    std::string reason;  ///< what is with the article, a clause without period
};

/// Why an article matches a query, or does not.
struct Reasons {
    std::string id;             ///< of the article, or of the passage that was looked at
    std::uint32_t passage = 0;  ///< its number, where passages are the answer
    bool matches = false;
    double score = 0;  ///< as search shows it; 0 where it does not match
    std::vector<ScorePart> parts;
    std::vector<Excluded> excluded;        ///< in the order of the query; empty where it matches
    std::vector<std::string> relaxations;  ///< the fewest and smallest changes that admit it
    std::string relaxed_query;  ///< the query with them, to be typed after `dateline search`; empty
                                ///< where nothing would be left of it
};

/// `place` is of the index of `matched`. Where passages are the answer: of passage `number` of the
/// article, from 1; 0: the one that matches best, or else that takes the fewest changes.
Reasons find_reasons(const MatchedIndex& matched, ArticlePlace place, std::uint32_t number = 0);

std::string render_reasons_text(const Reasons& reasons, std::size_t width_columns);
/// One object: id, matches, score, parts, excluded, relaxations, with the members of the
/// structs; `query` is relaxed_query, or null.
std::string render_reasons_jsonl(const Reasons& reasons);

}  // namespace dateline
