#pragma once

#include <vector>

#include "searcher/plan.hpp"

namespace dateline {

/// Which of the wanted parts of a sequence count in a language, where so many of them are needed:
/// no stop words, nothing in which no word stands ("&"), and each word once; where nothing would be
/// left, stop words too.
std::vector<bool> counted_words(const Plan& plan, const std::vector<const PlanNode*>& wanted,
                                std::size_t language);

}  // namespace dateline
