#pragma once

#include <nlohmann/json_fwd.hpp>

#include "searcher/search.hpp"

namespace dateline {

/// A score as records show it: none means anything beyond the sixth decimal.
double recorded_score(double score);

/// Hit number `index` (from 0) of an answer with the keys of the command line reference.
nlohmann::ordered_json answer_record(const SearchResult& result, std::size_t index);

/// The same as a row: the keys that have one value, and id and text of the best passage.
nlohmann::ordered_json answer_row(const SearchResult& result, std::size_t index);

}  // namespace dateline
