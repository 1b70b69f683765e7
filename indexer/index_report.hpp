#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "corpus/sources_file.hpp"
#include "indexer/ledger.hpp"

namespace dateline {

/// What a run had to say about a record, with the place where it stands.
struct ReportedProblem {
    std::string root;  ///< absolute
    std::string path;  ///< of the file, relative to root
    RecordProblem problem;
    std::string id;            ///< of the record, where it is known
    bool is_repeated = false;  ///< an earlier run said it, and the file has not changed since
};
using ProblemSink = std::function<void(const ReportedProblem&)>;

/// What became of a file's records; `removed` is about records that it had before.
struct FileOutcome {
    std::string root;
    std::string path;
    std::string format;  ///< what it was taken for
    Ledger ledger;
};

struct IndexReport {
    Ledger ledger;
    std::uint64_t undated = 0;          ///< articles indexed in this run without a date
    std::uint64_t ambiguous_dates = 0;  ///< of them, for want of --date-order
    std::uint64_t new_rejections = 0;   ///< not rejected, unchanged, in an earlier run
    std::uint64_t renamed_ids = 0;      ///< articles that got ID~2, ~3, ...
    std::vector<FileOutcome> files;     ///< where asked for: of the named roots, in reading order
    std::vector<std::string> warnings;  ///< whole sentences without a final period
    bool went_on = false;               ///< the run began with the work of one that was interrupted
    bool published = false;             ///< false when nothing changed
};

}  // namespace dateline
