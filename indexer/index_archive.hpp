#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "corpus/reader.hpp"
#include "indexer/ledger.hpp"
#include "indexer/progress.hpp"

namespace dateline {

struct IndexOptions {
    std::filesystem::path index;  ///< made where it does not exist
    std::vector<std::string>
        paths;  ///< roots, as typed ("-" for stdin); empty: all remembered roots
    ReadOptions reading;
    /// A segment is closed when the articles held in memory have this many bytes of text.
    std::uint64_t batch_text_bytes = 512ULL << 20;
};

struct IndexReport {
    Ledger ledger;
    std::uint64_t undated = 0;          ///< articles indexed in this run without a date
    std::uint64_t ambiguous_dates = 0;  ///< of them, for want of --date-order
    std::uint64_t new_rejections = 0;   ///< not rejected, unchanged, in an earlier run
    std::uint64_t renamed_ids = 0;      ///< articles that got ID~2, ~3, ...
    bool published = false;             ///< false when nothing changed
};

/// Called for each Rejection, Skip and Warning, with root and path filled in.
using ProblemSink = std::function<void(const ReadEvent&)>;

/// Brings the index up to date with the roots and publishes it: new and changed articles go to new
/// segments, those of the named roots that are gone are removed. The last published index stays in
/// force until the last step; a failure leaves it in force. Throws Error: input_output (a root is
/// missing, disk full), index (not an index, other version), refused (another writer), interrupted
/// (SIGINT).
IndexReport index_archive(const IndexOptions& options, Progress& progress,
                          const ProblemSink& problems);

}  // namespace dateline
