#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "corpus/manifest.hpp"
#include "corpus/sources_file.hpp"
#include "indexer/article_intake.hpp"
#include "indexer/checkpoint.hpp"
#include "indexer/index_options.hpp"
#include "indexer/index_report.hpp"
#include "indexer/progress.hpp"
#include "indexer/publication.hpp"
#include "indexer/roots.hpp"
#include "indexer/run_base.hpp"
#include "indexer/run_watch.hpp"
#include "indexer/segment_set.hpp"
#include "indexer/source_scan.hpp"

namespace dateline {

/// One run over an index whose lock the caller holds, or a dry run.
class IndexRun {
  public:
    /// It goes on from the checkpoint, if there is one. The references must outlive the run.
    IndexRun(const IndexOptions& options, const Manifest& in_force, const Roots& roots,
             std::optional<Checkpoint> checkpoint, Progress& progress, const ProblemSink& problems);

    /// Once.
    IndexReport run();

  private:
    void take_withdrawals();
    bool has_nothing_to_do(const SourceScan& scan) const;
    IndexReport report_as_before();
    IndexReport update(const SourceScan& scan);
    IndexReport finish(SegmentSet& segments, Sources now, IndexReport report,
                       const std::vector<SourceFileEntry>& files_before);
    std::unique_ptr<SegmentSet> open_segments(const Manifest& manifest,
                                              const std::vector<SegmentInfo>& written);
    Manifest readable(Manifest manifest);
    void limit_removals(const PreviousRecords& previous, const ArticleIntake& intake);
    void save_checkpoint(SegmentSet& segments, const ArticleIntake& intake);
    void report_withdrawn(const std::vector<SourceFileEntry>& files) const;
    void warn(std::vector<std::string> warnings);
    bool is_as_before(const SegmentSet& segments, const Sources& now,
                      const std::vector<SourceFileEntry>& files_before) const;
    void publish(SegmentSet& segments, Sources sources, const Ledger& ledger);

    const IndexOptions& options_;
    const Manifest& in_force_;
    const Roots& roots_;
    const ProblemSink& problems_;
    RunWatch watch_;
    Publication publication_;
    RunBase base_;
    std::vector<Withdrawal> requested_;    // of this run
    std::vector<Withdrawal> withdrawals_;  // and those before
    IdSet withdrawn_;
    std::vector<std::string> warnings_;
    bool has_checkpoint_ = false;
};

}  // namespace dateline
