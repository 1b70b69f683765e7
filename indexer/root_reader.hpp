#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "corpus/source.hpp"
#include "indexer/article_intake.hpp"
#include "indexer/index_options.hpp"
#include "indexer/index_report.hpp"
#include "indexer/previous_records.hpp"
#include "indexer/roots.hpp"
#include "indexer/run_watch.hpp"
#include "indexer/source_scan.hpp"

namespace dateline {

/// Tells `problems` what was said of a file in an earlier run.
void repeat_problems(const Roots& roots, const SourceFileEntry& file, const ProblemSink& problems);

/// Gives all roots to an intake, root by root, file by file in order of their paths: the named ones
/// as the scan says, the others as they were.
class RootReader {
  public:
    /// The references must outlive the reader.
    RootReader(const IndexOptions& options, const Roots& roots, PreviousRecords& previous,
               ArticleIntake& intake, RunWatch& watch, const ProblemSink& problems);

    void read_all(const SourceScan& scan);

  private:
    void set_files_ahead(const SourceScan& scan);
    void replay_root(std::uint32_t root);
    void take_file(std::uint32_t root, const ScannedFile& file);
    void replay_file(const ScannedFile& file);
    void read_file(std::uint32_t root, const ScannedFile& file);
    void read_opened(WatchedSource& source, std::uint32_t root, const ScannedFile& file);
    void read_standard_input(std::uint32_t root);
    std::string read_stream(ByteStream& stream, std::uint32_t root, std::string_view path,
                            std::uint64_t size);
    void refuse(const std::string& reason);
    void take(ReadEvent event);
    void take(ProblemOutcome outcome, const Problem& problem);

    const IndexOptions& options_;
    const Roots& roots_;
    PreviousRecords& previous_;
    ArticleIntake& intake_;
    RunWatch& watch_;
    const ProblemSink& problems_;
    std::uint64_t reading_hash_;
};

}  // namespace dateline
