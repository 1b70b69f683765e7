#pragma once

#include "indexer/index_options.hpp"
#include "indexer/index_report.hpp"
#include "indexer/progress.hpp"

namespace dateline {

/// Brings the index up to date with the roots and publishes it: new and changed articles go to new
/// segments, those of the named roots that are gone are removed; files that are as they were are
/// not opened. `problems` is told of each record that was rejected, skipped or doubtful, those of
/// unchanged files included. The last published index stays in force until the last step; a failure
/// leaves it in force. Throws Error: input_output (a root is missing, disk full), index (not an
/// index, other version), refused (another writer), interrupted (SIGINT).
IndexReport index_archive(const IndexOptions& options, Progress& progress,
                          const ProblemSink& problems);

}  // namespace dateline
