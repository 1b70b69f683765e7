#pragma once

#include <cstddef>
#include <span>

#include "bench/run_file.hpp"

namespace dateline {

/// A ranking of a run; no docno twice.
using Ranking = std::span<const RunEntry>;

/// The share of documents that two rankings have in common down to rank `depth`, 1 and up: of
/// `depth`, or of the longer one where both are shorter. 1 for two empty ones.
double overlap_at(Ranking first, Ranking second, std::size_t depth);

/// Rank-biased overlap, extrapolated: RBO_EXT for rankings of any length (Webber, Moffat & Zobel, A
/// Similarity Measure for Indefinite Rankings, ACM TOIS 28, 2010, equation 32). `persistence`,
/// over 0 and under 1, is the p of the paper: with .9 the first ten ranks have 86 % of the weight.
/// 1 for two empty rankings, 0 where only one is empty.
double rank_biased_overlap(Ranking first, Ranking second, double persistence);

}  // namespace dateline
