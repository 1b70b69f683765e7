#pragma once

#include <cstdint>
#include <vector>

#include "corpus/article.hpp"
#include "corpus/sources_file.hpp"
#include "indexer/article_batch.hpp"
#include "indexer/article_claims.hpp"
#include "indexer/ledger.hpp"
#include "indexer/previous_records.hpp"
#include "indexer/roots.hpp"
#include "indexer/segment_set.hpp"

namespace dateline {

/// What became of the records of a run.
struct IntakeCounts {
    Ledger ledger;
    std::uint64_t renamed_ids = 0;      ///< of the articles indexed, those that go by ID~2, ...
    std::uint64_t undated = 0;          ///< of the articles indexed
    std::uint64_t ambiguous_dates = 0;  ///< of the undated
};

/// Takes the records of a run in reading order and brings the segments up to date with them.
class ArticleIntake {
  public:
    /// A segment is written when the articles in memory have `batch_text_bytes` of text. The
    /// references must outlive the intake.
    ArticleIntake(PreviousRecords& previous, SegmentSet& segments, std::uint64_t batch_text_bytes);

    /// The records that follow are of this file.
    void begin_file(SourceFileEntry file);
    void take(Article article, bool has_ambiguous_date);
    void take_skip() { ++files_.back().skipped; }
    void take_rejection() { ++files_.back().rejected; }
    /// The file with its records.
    const SourceFileEntry& end_file();

    /// After the last file: takes out what is gone from the named roots, and writes the rest.
    void finish(const Roots& roots);

    /// After `finish`: the files of all roots, sorted by root and path.
    const std::vector<SourceFileEntry>& files() const { return files_; }
    const IntakeCounts& counts() const { return counts_; }

  private:
    Article text_of(const std::string& id, TextPlace place, std::size_t number);
    void supersede(const std::string& id, const Claim& replaced);
    void write_batch();
    void remove_vanished(const Roots& roots);
    void count_records();
    void count(const SourceRecord& record);
    void carry_over(const Roots& roots);

    PreviousRecords& previous_;
    SegmentSet& segments_;
    std::uint64_t batch_text_bytes_;
    ArticleClaims claims_;
    ArticleBatch batch_;
    std::vector<SourceFileEntry> files_;
    IntakeCounts counts_;
};

}  // namespace dateline
