#pragma once

#include <optional>
#include <string>
#include <vector>

#include "searcher/query.hpp"

namespace dateline {

/// What in a query is read otherwise than its writer may think: clauses without period.
std::vector<std::string> query_notes(const Query& query);

/// Where a query finds nothing: that a word of it is several that a sign joins, nato/iraq, looked
/// for side by side. nullopt where there is none.
std::optional<std::string> joined_words_note(const Query& query);

}  // namespace dateline
