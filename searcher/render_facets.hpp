#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "searcher/facets.hpp"
#include "searcher/render.hpp"

namespace dateline {

/// Bars for people, a block a field, and below `counts`, what was counted.
std::string render_facets(const std::vector<Facet>& facets, const std::string& counts,
                          const TextStyle& style);

/// One a value: field, value, articles; articles without a value have null, and come last.
std::vector<nlohmann::ordered_json> facet_records(const std::vector<Facet>& facets);

}  // namespace dateline
