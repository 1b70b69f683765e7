#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "bench/timed_queries.hpp"
#include "searcher/index.hpp"

namespace dateline {

/// Draws queries from what stands in an archive, `each` of every class, the same for the same index
/// and seed:
///   term1       a word, neither among the rarest nor the most frequent
///   or2 or3     words that stand side by side in a headline, half of the class each
///   and2 and3   words of one passage, half each
///   phrase2     two neighbouring words, capitalised ones where there are
///   long        six to ten words of a headline and a passage
///   date1       a word and about a year
/// No stop words. Fewer where the archive has not enough of them; none of an index without
/// articles. Lines are numbered from 1.
std::vector<TimedQuery> sample_queries(const Index& index, std::size_t each, std::uint64_t seed);

}  // namespace dateline
