#pragma once

#include <optional>
#include <string>
#include <vector>

#include "indexer/checkpoint.hpp"
#include "indexer/index_options.hpp"
#include "indexer/publication.hpp"

namespace dateline {

/// What a run begins with.
struct RunBase {
    Manifest manifest;  ///< the segments that are there, in force or written by a run that died
    Sources sources;    ///< what they were made of
    std::size_t clustered_segments = 0;           ///< of the segments, those of the index in force
    bool goes_on = false;                         ///< from a checkpoint
    std::vector<Withdrawal> later_withdrawals{};  ///< than the state in force: by a run that died
    std::vector<SourceFileEntry>
        files_in_force{};  ///< where it goes on: those of the index in force
    std::vector<std::string> warnings{};
};

/// The index in force; where there is a checkpoint, also the work that it holds. A rebuild has no
/// segments but those of a checkpoint. What was to be withdrawn by a run that died, or by one that
/// CURRENT does not know any more, is withdrawn by this one. Throws Error{index} for damage.
RunBase base_of_run(const IndexOptions& options, const Manifest& in_force,
                    std::optional<Checkpoint> checkpoint, Publication& publication);

}  // namespace dateline
