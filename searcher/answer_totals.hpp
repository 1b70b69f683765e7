#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "searcher/matched_index.hpp"

namespace dateline {

/// How much matches.
struct AnswerTotals {
    std::uint64_t articles = 0;               ///< that match, or that have passages that do
    std::optional<std::uint64_t> passages{};  ///< with a match; one in the headline is one of the
                                              ///< first passage. nullopt: not counted
    bool are_exact = true;
};

/// What is counted; passages only where all is decided.
enum class Counted : bool { articles, passages };

/// Exact where everything is decided, or the first look at articles was sure. Else estimated from
/// what a sample of the articles that may match holds (leaf_statistics.hpp), which is decided for
/// it: the same however an index is cut, off by a tenth or so.
AnswerTotals answer_totals(const MatchedIndex& matched, Counted counted = Counted::passages);
/// Of some of what is matched, all of it decided; articles are the answer.
AnswerTotals answer_totals(const MatchedIndex& matched, std::span<const SegmentMatches> matches,
                           Counted counted = Counted::passages);

}  // namespace dateline
