#pragma once

#include <optional>
#include <string>
#include <vector>

#include "indexer/checkpoint.hpp"
#include "indexer/earlier_work.hpp"
#include "indexer/index_options.hpp"

namespace dateline {

/// What a run begins with.
struct RunBase {
    Manifest manifest;                   ///< the index in force; of a rebuild without segments
    Sources sources;                     ///< of the index in force
    bool goes_on = false;                ///< from a checkpoint
    EarlierWork earlier{};               ///< the texts that it has, in the
    std::vector<SegmentInfo> written{};  ///< segments of the run that left it
    std::vector<Withdrawal> later_withdrawals{};  ///< than the state in force: by a run that died
    std::vector<std::string> warnings{};
};

/// The index in force; where there is a checkpoint, also the work that it holds. What was to be
/// withdrawn by a run that died, or by one that CURRENT does not know any more, is withdrawn by
/// this one. Throws Error{index} for damage.
RunBase base_of_run(const IndexOptions& options, const Manifest& in_force,
                    std::optional<Checkpoint> checkpoint);

}  // namespace dateline
