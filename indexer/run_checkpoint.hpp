#pragma once

#include <string>
#include <vector>

#include "indexer/article_intake.hpp"
#include "indexer/checkpoint.hpp"

namespace dateline {

/// What a run knows of its sources at this moment, as `sources` and `dead` of a checkpoint. Its
/// batch must just have been written. Files that were read keep what they are, the one being read
/// is to be read again, and all others are as they were.
void fill_in_sources(Checkpoint& checkpoint, const ArticleIntake& intake,
                     const PreviousRecords& previous, const std::vector<Withdrawal>& withdrawals);

}  // namespace dateline
