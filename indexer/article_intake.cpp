#include "indexer/article_intake.hpp"

#include <algorithm>
#include <utility>

namespace dateline {

namespace {

bool was_to_be_found(const SourceRecord& record) {
    return record.state == RecordState::indexed || record.state == RecordState::duplicate;
}

}  // namespace

ArticleIntake::ArticleIntake(PreviousRecords& previous, ArticleTexts& texts, const IdSet& withdrawn,
                             IntakeOptions options, OnBatchWritten on_batch_written)
    : previous_(previous),
      texts_(texts),
      options_(options),
      on_batch_written_(std::move(on_batch_written)),
      claims_(previous, withdrawn, options.keeps_segments,
              {[this](const std::string& id, const Claim& claim) {
                   return texts_.of_claim(id, claim, files_[claim.file]);
               },
               [this](const std::string& id) { return texts_.stored(id); },
               [this](const std::string& id, const Claim& claim) {
                   return texts_.take_earlier(id, claim, files_[claim.file]);
               }}) {
    kept_numbers_.reserve(previous.record_count());
}

void ArticleIntake::begin_file(SourceFileEntry file) {
    files_.push_back(std::move(file));
    is_in_file_ = true;
}

SourceFileEntry& ArticleIntake::end_file() {
    SourceFileEntry& file = files_.back();
    if (!options_.keeps_vanished) previous_.set_ahead({file.root, file.path}, false);
    is_in_file_ = false;
    return file;
}

void ArticleIntake::take(Article article, bool has_ambiguous_date) {
    const SourceFileEntry& file = files_.back();
    const Newcomer newcomer{article,
                            {file.root, file.path},
                            static_cast<std::uint32_t>(files_.size() - 1),
                            static_cast<std::uint32_t>(file.records.size()),
                            has_ambiguous_date};
    if (!accept(claims_.enter(newcomer))) return;
    const std::string id = file.records.back().id;
    if (claims_.find(id)->place != TextPlace::absent) return;
    add(id, std::move(article));
}

void ArticleIntake::add(const std::string& id, Article article) {
    texts_.add(claims_, id, std::move(article));
    if (texts_.is_batch_full() || Clock::now() - batch_begin_ > options_.longest_batch)
        write_batch();
}

void ArticleIntake::write_batch() {
    texts_.write_batch(claims_);
    on_batch_written_();
    batch_begin_ = Clock::now();
}

void ArticleIntake::replay(SourceRecord record) {
    Claim claim;
    claim.root = files_.back().root;
    claim.file = static_cast<std::uint32_t>(files_.size() - 1);
    claim.record = static_cast<std::uint32_t>(files_.back().records.size());
    accept(claims_.replay(std::move(record), claim));
}

void ArticleIntake::replay(SourceFileEntry file) {
    std::vector<SourceRecord> records = std::exchange(file.records, {});
    previous_.take_all({file.root, file.path});
    files_.push_back(std::move(file));
    files_.back().records.reserve(records.size());
    for (SourceRecord& record : records) replay(std::move(record));
}

void ArticleIntake::keep_rest_of_file() {
    const SourceKey key{files_.back().root, files_.back().path};
    const SourceFileEntry* before = previous_.file(key);
    if (!before) return;
    std::vector<SourceRecord> rest = previous_.untaken(*before);
    previous_.take_all(key);
    for (SourceRecord& record : rest) replay(std::move(record));
}

// Enters the verdict's record into the file. True where its text is to be in the index, as far as
// this run has come.
bool ArticleIntake::accept(Verdict verdict) {
    std::vector<SourceRecord>& records = files_.back().records;
    const Place place{static_cast<std::uint32_t>(files_.size() - 1),
                      static_cast<std::uint32_t>(records.size())};
    const SourceRecord& record = records.emplace_back(std::move(verdict.record));
    if (verdict.replaced) supersede(record.id, *verdict.replaced);
    return verdict.is_newest && keep_one_of_equals(record, place);
}

void ArticleIntake::supersede(const std::string& id, const Claim& replaced) {
    const Place place{replaced.file, replaced.record};
    SourceRecord& record = record_at(place);
    record.state = RecordState::superseded;
    texts_.take_out(id, replaced);
    Kept* const kept = find_kept(record.duplicate_key);
    if (kept && kept->place == place) kept->place = {no_file, 0};
}

ArticleIntake::Kept* ArticleIntake::find_kept(const DuplicateKey& key) {
    const std::uint32_t number = kept_numbers_.find(
        key.low, [&](std::uint32_t candidate) { return kept_[candidate].key == key; });
    return number == NumberTable::none ? nullptr : &kept_[number];
}

// Of equal articles the one with the least id is in the index, whatever the order they come in.
bool ArticleIntake::keep_one_of_equals(const SourceRecord& record, Place place) {
    Kept* const kept = find_kept(record.duplicate_key);
    if (!kept) {
        kept_numbers_.add(record.duplicate_key.low, static_cast<std::uint32_t>(kept_.size()));
        kept_.push_back({record.duplicate_key, place});
        return true;
    }
    if (kept->place.file != no_file) {
        const std::string& kept_id = record_at(kept->place).id;
        if (kept_id < record.id) return false;
        const Claim& other = *claims_.find(kept_id);
        if (other.place == TextPlace::batch || other.place == TextPlace::written) {
            texts_.take_out(kept_id, other);
            claims_.set_absent(kept_id);
        }
    }
    kept->place = place;
    return true;
}

std::size_t ArticleIntake::records_read(std::size_t file) const {
    if (files_[file].path.empty()) return 0;
    return file == earlier_input_.file ? earlier_input_.record : files_[file].records.size();
}

void ArticleIntake::keep_earlier_input() {
    earlier_input_ = {static_cast<std::uint32_t>(files_.size() - 1),
                      static_cast<std::uint32_t>(files_.back().records.size())};
    const SourceKey key{files_.back().root, files_.back().path};
    if (const SourceFileEntry* before = previous_.file(key))
        for (const SourceRecord& record : previous_.untaken(*before)) replay_unclaimed(record);
    previous_.take_all(key);
}

void ArticleIntake::replay_unclaimed(const SourceRecord& record) {
    if (was_to_be_found(record) && !claims_.find(record.id)) replay(record);
}

void ArticleIntake::keep_vanished(const Roots& roots) {
    for (const SourceFileEntry& before : previous_.files()) {
        if (!roots.named[before.root] || roots.is_forgotten(before.root) ||
            roots.all[before.root].path == standard_input_root)
            continue;
        for (const SourceRecord& record : previous_.untaken(before)) {
            if (files_.empty() || files_.back().root != before.root ||
                !files_.back().path.empty()) {
                files_.emplace_back();
                files_.back().root = before.root;
            }
            replay_unclaimed(record);
        }
        previous_.take_all({before.root, before.path});
    }
}

}  // namespace dateline
