#pragma once

#include "indexer/article_intake.hpp"
#include "indexer/segment_set.hpp"

namespace dateline {

/// After the last record of a run: of each id the newest version, and of equal articles the one
/// with the least id, is brought into the index, and all else out of it. Texts that are nowhere at
/// hand are read from their source files again. Fills in the state of each record. What is in the
/// index then depends on the records and their order alone, not on the way that led there.
///
/// In a dry run only the states are filled in.
void settle(ArticleIntake& intake, const PreviousRecords& previous, ArticleTexts& texts,
            SegmentSet& segments);

}  // namespace dateline
