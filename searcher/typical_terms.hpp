#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "searcher/asked_set.hpp"

namespace dateline {

/// A word that stands in what a query finds more often than elsewhere.
struct TypicalTerm {
    std::string term;                    ///< as it is written most often in the passages found
    std::uint64_t articles = 0;          ///< that the query finds and that have it, inflected too
    std::uint64_t archive_articles = 0;  ///< of the index that have it
    double log_odds = 0;                 ///< in standard errors

    bool operator==(const TypicalTerm&) const = default;
};

/// The words of the passages that match, of a query without words all passages of its articles,
/// against those of the archive in the same language: log-odds ratio with informative Dirichlet
/// prior, divided by its standard deviation (Monroe, Colaresi & Quinn 2008, "Fightin' Words",
/// formulas 16, 19, 20, 22). The greatest first; at most so many, 0: all. None that is less than
/// two standard errors above 0, stands in only one of several articles, or is a stop word, a
/// number, a single letter, or a word of the query.
std::vector<TypicalTerm> typical_terms(const AskedSet& asked, std::size_t most);

/// One word in `times` of `all`, in `archive_times` of `archive_all`.
double standardised_log_odds(double times, double all, double archive_times, double archive_all);

}  // namespace dateline
