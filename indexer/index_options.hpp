#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "corpus/ignore_rules.hpp"
#include "corpus/reader.hpp"
#include "corpus/sources_file.hpp"
#include "indexer/field_defaults.hpp"
#include "indexer/removal_limit.hpp"
#include "indexer/segment_set.hpp"

namespace dateline {

/// What a run of `index` is to do.
struct IndexOptions {
    std::filesystem::path index;  ///< made where it does not exist
    std::vector<std::string>
        paths;  ///< roots, as typed ("-" for stdin); empty: all remembered roots
    ReadOptions reading;
    FieldDefaults defaults;
    bool checks_bytes = false;  ///< trust no file's size and times, only a hash of its bytes
    IgnoreRules ignored;        ///< what is not read below the roots
    RemovalLimit removal_limit;
    bool keeps_vanished = false;          ///< articles stay though their records are gone
    std::vector<Withdrawal> withdrawals;  ///< in addition to those of earlier runs
    std::vector<std::string> forgotten;   ///< roots, as typed
    bool rebuilds = false;                ///< all from sources, into new segments
    bool is_dry_run = false;              ///< nothing is written
    bool lists_files = false;             ///< fills IndexReport::files
    SegmentSettings segments;
    std::chrono::seconds longest_batch{240};  ///< at most so much work is lost when a run dies

    /// Without paths it only withdraws, forgets, analyses anew and merges.
    bool reads_nothing() const {
        return paths.empty() && !rebuilds &&
               (!withdrawals.empty() || !forgotten.empty() || segments.merge_all ||
                segments.reanalyse);
    }
};

}  // namespace dateline
