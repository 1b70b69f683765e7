#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "corpus/article.hpp"
#include "corpus/sources_file.hpp"
#include "indexer/article_claims.hpp"
#include "indexer/article_texts.hpp"
#include "indexer/number_table.hpp"
#include "indexer/previous_records.hpp"
#include "indexer/roots.hpp"

namespace dateline {

struct IntakeOptions {
    bool keeps_segments = true;   ///< what is in force stays so where nothing takes its place
    bool keeps_vanished = false;  ///< articles stay though no record is left of them
    std::chrono::seconds longest_batch{240};  ///< after this time it is written, full or not
};

/// Takes the records of all roots in reading order, those read in this run and those that are as
/// they were, and gathers the new articles. What becomes of them in the end, `settle` says.
class ArticleIntake {
  public:
    using OnBatchWritten = std::function<void()>;

    /// The references must outlive the intake.
    ArticleIntake(PreviousRecords& previous, ArticleTexts& texts, const IdSet& withdrawn,
                  IntakeOptions options, OnBatchWritten on_batch_written);

    /// The records and problems that follow are of this file.
    void begin_file(SourceFileEntry file);
    void take(Article article, bool has_ambiguous_date);
    void take(RecordProblem problem) { files_.back().problems.push_back(std::move(problem)); }
    /// The file could not be read to its end: what the run before knew of it, and this one has not
    /// met, stays.
    void keep_rest_of_file();
    /// The file, to be completed with what its reading has shown.
    SourceFileEntry& end_file();
    /// A file with its records and problems as they were.
    void replay(SourceFileEntry file);
    /// At the end of standard input: what came from there in earlier runs stays.
    void keep_earlier_input();
    /// After the last file: articles of the named roots that no record was met of stay, as records
    /// of a file without a name.
    void keep_vanished(const Roots& roots);

    void add(const std::string& id, Article article);
    void write_batch();

    /// In reading order, which the claims refer to.
    std::vector<SourceFileEntry>& files() { return files_; }
    const std::vector<SourceFileEntry>& files() const { return files_; }
    /// Of a file: how many of its records, which are the first ones, it has in this run.
    std::size_t records_read(std::size_t file) const;
    ArticleClaims& claims() { return claims_; }
    const ArticleClaims& claims() const { return claims_; }
    const IntakeOptions& options() const { return options_; }

  private:
    using Clock = std::chrono::steady_clock;
    static constexpr std::uint32_t no_file = 0xFFFF'FFFF;
    struct Place {
        std::uint32_t file = 0;
        std::uint32_t record = 0;
        bool operator==(const Place&) const = default;
    };
    /// Of equal articles met so far the one that is in the index, as far as this run has come.
    struct Kept {
        DuplicateKey key;
        Place place;  // no_file: none
    };

    void replay(SourceRecord record);
    void replay_unclaimed(const SourceRecord& record);
    bool accept(Verdict verdict);
    Kept* find_kept(const DuplicateKey& key);
    void supersede(const std::string& id, const Claim& replaced);
    bool keep_one_of_equals(const SourceRecord& record, Place place);
    SourceRecord& record_at(Place place) { return files_[place.file].records[place.record]; }

    PreviousRecords& previous_;
    ArticleTexts& texts_;
    IntakeOptions options_;
    OnBatchWritten on_batch_written_;
    ArticleClaims claims_;
    std::vector<SourceFileEntry> files_;
    bool is_in_file_ = false;
    Clock::time_point batch_begin_ = Clock::now();
    Place earlier_input_{no_file, 0};  // where what standard input gave in earlier runs begins
    std::vector<Kept> kept_;
    NumberTable kept_numbers_;  // by key
};

}  // namespace dateline
