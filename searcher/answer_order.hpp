#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "searcher/matched_index.hpp"
#include "searcher/rank.hpp"

namespace dateline {

/// What the articles of an answer are put in order by.
enum class SortKey : std::uint8_t {
    score,   ///< best first
    newest,  ///< by the day printed, then by instant, as document order has it
    oldest,
    source,  ///< A to Z, up to case and diacritics
};

/// The first key decides, among equals the next, then document order. What has no date or source
/// comes last, whatever the direction. Empty: by score.
using SortKeys = std::vector<SortKey>;

/// Whether the answer is a ranking: score decides first.
bool is_ranking(const SortKeys& keys);
/// Whether the keys say no more than that: document order is newest first.
bool is_plain_ranking(const SortKeys& keys);
/// Whether one of them is the score.
bool needs_scores(const SortKeys& keys);

/// As rank(): the first `limit` (0: all) articles, or passages, that are listed, in the order of
/// the keys; passages of one article in reading order unless their score decides. Nothing is scored
/// unless a key needs it; else scores are 0. Equal whatever the segments the index happens to be
/// cut into. All that matches must be decided.
std::vector<RankedArticle> ordered_answer(const MatchedIndex& matched, const SortKeys& keys,
                                          std::uint64_t limit, const ListsArticle& lists,
                                          const RankingOptions& options);

/// "newest first", "by source, oldest first"; empty for a plain ranking.
std::string order_in_words(const SortKeys& keys);

}  // namespace dateline
