#pragma once

#include <string>
#include <vector>

#include "searcher/query.hpp"

namespace dateline {

/// What in a query is read otherwise than its writer may think: clauses without period.
std::vector<std::string> query_notes(const Query& query);

}  // namespace dateline
