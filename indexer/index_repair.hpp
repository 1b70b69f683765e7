#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "indexer/index_check.hpp"
#include "indexer/segment_set.hpp"

namespace dateline {

struct Repair {
    /// What was found damaged and what was done about it, a sentence each; empty: nothing had to
    /// be done, and nothing was.
    std::vector<std::string> deeds{};
    bool is_all_kept = false;             ///< of the state in force: only its manifest, or earlier
                                          ///< states, were damaged
    std::uint64_t lost = 0;               ///< articles that were in force and could not be kept
    std::vector<std::string> lost_ids{};  ///< of those whose ids are known, sorted
};

/// Makes an index of what is whole of a damaged one, and publishes it: the state in force, or the
/// newest that can be read; segments that are whole; of others the articles that are as they were
/// indexed, analysed anew. Source files of what is lost are read again by the next run of `index`.
/// Removes nothing from the disk. Throws Error{refused} where a writer is at work, Error{index}
/// where no manifest can be read.
Repair repair_index(const std::filesystem::path& index, const SegmentSettings& settings,
                    const OnCheckProgress& on_progress);

/// Before a rebuild, which begins with the roots, ids and withdrawals of the state in force: where
/// that cannot be told or read because of damage, repair_index(), and nothing otherwise. Where no
/// state can be read and it may be made anew, takes what is left of CURRENT and manifests away.
Repair repair_unreadable(const std::filesystem::path& index, const SegmentSettings& settings,
                         bool can_be_anew, const OnCheckProgress& on_progress);

}  // namespace dateline
