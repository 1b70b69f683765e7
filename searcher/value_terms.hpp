#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "corpus/schema.hpp"
#include "searcher/asked_set.hpp"
#include "searcher/value_counts.hpp"

namespace dateline {

/// Counts what an answer's articles have as `field`, source or section, from the posting lists
/// without reading the articles: quicker where these are many. The values are known folded only.
ValueCounts count_terms(const AskedSet& asked, Field field);

/// How the newest articles of the answer, at most `most_articles` of them, write a value of
/// count_terms.
std::string spelling_of(const AskedSet& asked, Field field, const std::string& folded,
                        std::size_t most_articles);

/// What an article has as source or section, as it is written: each section by itself.
std::vector<std::string_view> single_values(const Article& header, Field field);

}  // namespace dateline
