#pragma once

#include <vector>

#include "indexer/article_intake.hpp"
#include "indexer/earlier_work.hpp"

namespace dateline {

/// Checkpoint::files at this moment of a run whose batch has just been written; `earlier`: what it
/// went on from, and has not met yet all of.
std::vector<SourceFileEntry> work_so_far(const ArticleIntake& intake, const EarlierWork& earlier);

}  // namespace dateline
