#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "corpus/source.hpp"
#include "indexer/article_intake.hpp"
#include "indexer/index_archive.hpp"
#include "indexer/previous_records.hpp"
#include "indexer/roots.hpp"
#include "indexer/run_watch.hpp"

namespace dateline {

/// Reads the named roots of a run, file by file in order of their paths, into an intake.
class RootReader {
  public:
    /// The references must outlive the reader.
    RootReader(const IndexOptions& options, const Roots& roots, PreviousRecords& previous,
               ArticleIntake& intake, RunWatch& watch, const ProblemSink& problems);

    /// Throws Error{input_output} where a root cannot be listed, before anything is read.
    void read_all();
    /// Of records that were not rejected, in the same file unchanged, by the run before.
    std::uint64_t new_rejections() const { return new_rejections_; }

  private:
    std::vector<SourceListing> list_all();
    void read_file(std::uint32_t root, const SourceFile& file);
    void read_standard_input(std::uint32_t root);
    void read_stream(ByteStream& stream, const Origin& origin, std::uint64_t size);
    void reject(const Origin& origin, const std::string& reason);
    void end_file();
    void take(ReadEvent event);

    const IndexOptions& options_;
    const Roots& roots_;
    PreviousRecords& previous_;
    ArticleIntake& intake_;
    RunWatch& watch_;
    const ProblemSink& problems_;
    std::uint64_t new_rejections_ = 0;
};

}  // namespace dateline
