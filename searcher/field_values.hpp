#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/schema.hpp"
#include "searcher/index.hpp"

namespace dateline {

/// Values of a field of exact kind that begin with `prefix`, up to case and accents: folded,
/// sorted, at most `limit`, and none that only articles without a place in the index have.
std::vector<std::string> field_values(const Index& index, const FieldRow& field,
                                      std::string_view prefix, std::size_t limit);

}  // namespace dateline
