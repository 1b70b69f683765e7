#pragma once

#include <string>
#include <vector>

#include "corpus/analyzer.hpp"
#include "searcher/index.hpp"
#include "searcher/query.hpp"

namespace dateline {

/// What the user must know of a query's values and dates that no article of the index has, each
/// once, in the order of the query: `no article has source:times (did you mean source:"the
/// times"?)`. Of a place or byline a word that no article's holds. A value is suggested where it
/// holds the words that were asked for, or is near to them (edit_distance), the one that most
/// articles have; never an id. What was not typed, such as the days that another query lends, is
/// passed over.
std::vector<std::string> value_notes(const Query& query, const Index& index, Analyzers& analyzers);

}  // namespace dateline
