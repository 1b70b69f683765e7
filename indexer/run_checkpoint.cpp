#include "indexer/run_checkpoint.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace dateline {

namespace {

class SourcesSoFar {
  public:
    SourcesSoFar(const ArticleIntake& intake, const PreviousRecords& previous)
        : intake_(intake), previous_(previous) {}

    std::vector<SourceFileEntry> gather() {
        for (std::uint32_t file = 0; file < intake_.files().size(); ++file) add_met(file);
        for (const SourceFileEntry& file : previous_.files())
            if (!met_.contains({file.root, file.path})) add_unmet(file);
        for (auto& [root, file] : homeless_)
            if (!file.records.empty()) files_.push_back(std::move(file));
        for (SourceFileEntry& file : files_)
            for (SourceRecord& record : file.records) check_copy(record);
        std::ranges::sort(files_, [](const SourceFileEntry& a, const SourceFileEntry& b) {
            return std::tie(a.root, a.path) < std::tie(b.root, b.path);
        });
        return std::move(files_);
    }

    // Ids of articles in force that no record stands for.
    std::vector<std::string> dead() const {
        std::vector<std::string> ids;
        if (!intake_.options().keeps_segments) return ids;
        for (const SourceFileEntry& file : previous_.files())
            for (const SourceRecord& record : file.records)
                if (record.state == RecordState::indexed && !in_force_.contains(record.id))
                    ids.push_back(record.id);
        return ids;
    }

  private:
    void add_met(std::uint32_t number);
    void add_unmet(const SourceFileEntry& file);
    void add_records_left(const SourceFileEntry& met, SourceFileEntry& to);
    void take_met(SourceRecord& record, std::uint32_t file, std::uint32_t number);
    void take_unmet(SourceRecord& record);
    void check_copy(SourceRecord& record) const;

    const ArticleIntake& intake_;
    const PreviousRecords& previous_;
    std::vector<SourceFileEntry> files_;
    std::set<std::pair<std::uint32_t, std::string>> met_;
    std::map<std::uint32_t, SourceFileEntry> homeless_;  // by root: of records gone from their file
    IdSet in_force_;                                     // ids of articles that stay in force
    IdSet written_;
};

void SourcesSoFar::take_met(SourceRecord& record, std::uint32_t file, std::uint32_t number) {
    if (record.state == RecordState::withdrawn) return;
    const Claim& claim = *intake_.claims().find(record.id);
    const bool is_newest = claim.file == file && claim.record == number;
    if (is_newest && claim.place == TextPlace::in_force) {
        record.state = RecordState::indexed;
        in_force_.insert(record.id);
    } else if (is_newest && claim.place == TextPlace::written) {
        record.state = RecordState::indexed;
        written_.insert(record.id);
    } else if (record.state == RecordState::indexed) {
        record.state = RecordState::superseded;
    }
}

void SourcesSoFar::take_unmet(SourceRecord& record) {
    if (record.state != RecordState::indexed) return;
    const Claim* claim = intake_.claims().find(record.id);
    if ((claim && claim->place == TextPlace::written) || !intake_.options().keeps_segments)
        record.state = RecordState::superseded;
    else
        in_force_.insert(record.id);
}

void SourcesSoFar::add_met(std::uint32_t number) {
    SourceFileEntry file = intake_.files()[number];
    met_.insert({file.root, file.path});
    for (std::uint32_t i = 0; i < file.records.size(); ++i) take_met(file.records[i], number, i);
    if (number + 1 == intake_.files().size() && intake_.is_in_file()) {
        file.size = file.bytes_hash = file.reading_hash = 0;  // to be read again
        file.mtime_ns = 0;
        add_records_left(file, file);
    } else if (!file.path.empty()) {
        SourceFileEntry& homeless = homeless_[file.root];
        homeless.root = file.root;
        add_records_left(file, homeless);
    }
    files_.push_back(std::move(file));
}

void SourcesSoFar::add_records_left(const SourceFileEntry& met, SourceFileEntry& to) {
    const SourceFileEntry* before = previous_.file({met.root, met.path});
    if (!before) return;
    for (SourceRecord& record : previous_.untaken(*before)) {
        take_unmet(record);
        to.records.push_back(std::move(record));
    }
}

void SourcesSoFar::add_unmet(const SourceFileEntry& before) {
    SourceFileEntry file = before;
    if (!intake_.options().keeps_segments) file.reading_hash = 0;  // a rebuild is to read it
    for (SourceRecord& record : file.records) take_unmet(record);
    if (!file.path.empty()) return files_.push_back(std::move(file));
    SourceFileEntry& homeless = homeless_[file.root];
    homeless.root = file.root;
    std::ranges::move(file.records, std::back_inserter(homeless.records));
}

// A copy of what is not there any more is to be looked at again.
void SourcesSoFar::check_copy(SourceRecord& record) const {
    if (record.state == RecordState::duplicate && !in_force_.contains(record.kept_id) &&
        !written_.contains(record.kept_id))
        record.state = RecordState::superseded;
}

}  // namespace

void fill_in_sources(Checkpoint& checkpoint, const ArticleIntake& intake,
                     const PreviousRecords& previous, const std::vector<Withdrawal>& withdrawals) {
    SourcesSoFar so_far(intake, previous);
    checkpoint.sources = {so_far.gather(), withdrawals};
    checkpoint.dead = so_far.dead();
}

}  // namespace dateline
