#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/search.hpp"

namespace dateline {

// What is said of answers, whatever they are written in.

/// "1 passage", "3 passages".
std::string counted(std::uint64_t number, std::string_view thing);
/// How many an unlimited search lists: "312 articles", "about 4400 articles".
std::string listed_in_words(const SearchResult& result);

/// Which of the hits are shown: "10", "11-20", "number 11".
std::string part_shown(const SearchResult& result);

/// What is known of an article beside its headline: date, source, place, as people write them.
std::vector<std::string> circumstances(const Article& article);

/// What is not shown: "+3 more passages", "4 near-identical copies", "1 more id".
std::vector<std::string> what_else(const ArticleHit& hit);

/// "11-20 of 312 articles and 4 near-identical copies, 700 passages, all of 3 words, newest first":
/// what of how much is shown, and what was asked for.
std::string counts_in_words(const SearchResult& result);

inline constexpr std::string_view no_headline = "(no headline)";
inline constexpr std::string_view middle_dot = " \u00B7 ";

}  // namespace dateline
