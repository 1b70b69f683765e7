#include "indexer/settlement.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace dateline {

namespace {

class Settlement {
  public:
    Settlement(ArticleIntake& intake, const PreviousRecords& previous, ArticleTexts& texts,
               SegmentSet& segments)
        : intake_(intake), previous_(previous), texts_(texts), segments_(segments) {}

    void settle() {
        find_kept();
        take_others_out();
        while (!texts_.is_dry_run() && !fetch_absent()) find_kept();
        texts_.remove_earlier();
        for (std::uint32_t file = 0; file < intake_.files().size(); ++file) set_states(file);
        if (!texts_.is_dry_run() && intake_.options().keeps_segments) remove_from_segments();
    }

  private:
    const DuplicateKey& key_of(const Claim& claim) const {
        return intake_.files()[claim.file].records[claim.record].duplicate_key;
    }
    static bool is_kept(const std::string& id, const Claim& claim) {
        return claim.kept_id && *claim.kept_id == id;
    }

    void find_kept();
    void take_others_out();
    bool fetch_absent();
    bool fetch(SourceFileEntry& file, std::vector<std::uint32_t> records);
    void give_up(SourceFileEntry& file, const std::string& id);
    void set_states(std::uint32_t file);
    void remove_from_segments();

    ArticleIntake& intake_;
    const PreviousRecords& previous_;
    ArticleTexts& texts_;
    SegmentSet& segments_;
    IdSet lost_;
};

// Of equal articles the one with the least id.
void Settlement::find_kept() {
    struct Candidate {
        DuplicateKey key;
        const std::string* id;
        Claim* claim;
    };
    std::vector<Candidate> candidates;
    candidates.reserve(intake_.claims().all().size());
    for (auto& [id, claim] : intake_.claims().all()) {
        claim.kept_id = nullptr;
        if (lost_.empty() || !lost_.contains(id))
            candidates.push_back({key_of(claim), &id, &claim});
    }
    std::ranges::sort(candidates, [](const Candidate& a, const Candidate& b) {
        return a.key != b.key ? a.key < b.key : *a.id < *b.id;
    });
    const Candidate* least = nullptr;
    for (const Candidate& candidate : candidates) {
        if (!least || least->key != candidate.key) least = &candidate;
        candidate.claim->kept_id = least->id;
    }
}

void Settlement::take_others_out() {
    for (const auto& [id, claim] : intake_.claims().all()) {
        if (is_kept(id, claim)) continue;
        if (claim.place != TextPlace::batch && claim.place != TextPlace::written) continue;
        texts_.take_out(id, claim);
        intake_.claims().set_absent(id);
    }
}

// File by file, in reading order, so that each is read once and the segments do not depend on the
// order of a hash table. False where a text could not be had.
bool Settlement::fetch_absent() {
    std::map<std::uint32_t, std::vector<std::uint32_t>> wanted;
    for (const auto& [id, claim] : intake_.claims().all())
        if (claim.place == TextPlace::absent && is_kept(id, claim))
            wanted[claim.file].push_back(claim.record);
    bool has_all = true;
    for (auto& [file, records] : wanted)
        if (!fetch(intake_.files()[file], std::move(records))) has_all = false;
    return has_all;
}

bool Settlement::fetch(SourceFileEntry& file, std::vector<std::uint32_t> records) {
    std::ranges::sort(records);
    texts_.sources().read(file, records, [&](std::uint32_t record, Article article) {
        intake_.add(file.records[record].id, std::move(article));
    });
    bool has_all = true;
    for (const std::uint32_t number : records) {
        const std::string& id = file.records[number].id;
        if (intake_.claims().find(id)->place != TextPlace::absent) continue;
        if (auto stored = texts_.stored(id)) {
            intake_.add(id, *std::move(stored));
        } else {
            give_up(file, id);
            has_all = false;
        }
    }
    return has_all;
}

// The file was changed since this run began: the next one is to read it again.
void Settlement::give_up(SourceFileEntry& file, const std::string& id) {
    lost_.insert(id);
    file.mtime_ns = 0;
    file.bytes_hash = 0;
}

void Settlement::set_states(std::uint32_t file) {
    std::vector<SourceRecord>& records = intake_.files()[file].records;
    for (std::uint32_t number = 0; number < records.size(); ++number) {
        SourceRecord& record = records[number];
        if (record.state == RecordState::withdrawn) continue;
        record.kept_id.clear();
        if (record.state != RecordState::lost) record.state = RecordState::superseded;
        const Claim& claim = *intake_.claims().find(record.id);
        if (claim.file != file || claim.record != number || !claim.kept_id) continue;
        record.state = is_kept(record.id, claim) ? RecordState::indexed : RecordState::duplicate;
        if (record.state == RecordState::duplicate) record.kept_id = *claim.kept_id;
    }
}

void Settlement::remove_from_segments() {
    for (const SourceFileEntry& file : previous_.files())
        for (const SourceRecord& record : file.records) {
            if (record.state != RecordState::indexed) continue;
            const Claim* claim = intake_.claims().find(record.id);
            const bool stays =
                claim && claim->place == TextPlace::in_force && is_kept(record.id, *claim);
            if (!stays) segments_.remove(record.id, SegmentSet::Age::in_force);
        }
}

}  // namespace

void settle(ArticleIntake& intake, const PreviousRecords& previous, ArticleTexts& texts,
            SegmentSet& segments) {
    Settlement(intake, previous, texts, segments).settle();
}

}  // namespace dateline
