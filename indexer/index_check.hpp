#pragma once

#include <filesystem>
#include <functional>
#include <vector>

#include "indexer/progress.hpp"
#include "indexer/segment_check.hpp"

namespace dateline {

using OnCheckProgress = std::function<void(const ProgressState&)>;

/// Reads all of the index in force: every part that its manifest names, whether they fit together,
/// and whether the ledger is that of the articles; and of each earlier state whether a rollback to
/// it would find it whole. A damaged part keeps no other from being looked
/// at. Takes no lock: when a writer publishes and tidies up meanwhile, it begins anew. Throws
/// Error: index (none there, or its manifest cannot be read), refused (writers publish faster than
/// it can be checked).
std::vector<CheckedPart> check_index(const std::filesystem::path& index,
                                     const OnCheckProgress& on_progress);

}  // namespace dateline
