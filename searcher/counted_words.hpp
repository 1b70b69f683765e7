#pragma once

#include <vector>

#include "searcher/plan.hpp"

namespace dateline {

/// Which of the wanted parts of a sequence count in a language, where so many of them are needed:
/// no stop words, nothing in which no word stands ("&"), and each word once; where nothing would be
/// left, stop words too.
std::vector<bool> counted_words(const Plan& plan, const std::vector<const PlanNode*>& wanted,
                                std::size_t language);

/// Whether the wanted parts of a sequence only rank (+nato training): another part that is required
/// ranks too, and one of them would do. date:2020 training: training is what is asked for.
bool wanted_only_rank(const Plan& plan, const std::vector<PlanNode>& sequence);

}  // namespace dateline
