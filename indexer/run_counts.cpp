#include "indexer/run_counts.hpp"

#include <algorithm>
#include <span>
#include <string>
#include <utility>

namespace dateline {

namespace {

bool could_be_found(const SourceRecord& record) {
    return record.state == RecordState::indexed || record.state == RecordState::duplicate;
}

std::uint64_t count_lost(const SourceFileEntry& file, const ArticleClaims& claims,
                         const IdSet& withdrawn = {}) {
    return static_cast<std::uint64_t>(
        std::ranges::count_if(file.records, [&](const SourceRecord& record) {
            return could_be_found(record) && !claims.find(record.id) &&
                   !withdrawn.contains(record.id);
        }));
}

Ledger ledger_of(const SourceFileEntry& file, std::span<const SourceRecord> records,
                 std::uint64_t indexed) {
    const auto count = [&](RecordState state) {
        return static_cast<std::uint64_t>(std::ranges::count(records, state, &SourceRecord::state));
    };
    Ledger ledger;
    ledger.indexed = indexed;
    ledger.unchanged = count(RecordState::indexed) - indexed;
    ledger.duplicate = count(RecordState::duplicate);
    ledger.superseded = count(RecordState::superseded);
    ledger.skipped = count_problems(file, ProblemOutcome::skipped) + count(RecordState::withdrawn);
    ledger.rejected = count_problems(file, ProblemOutcome::rejected) + count(RecordState::lost);
    ledger.read = ledger.indexed + ledger.unchanged + ledger.duplicate + ledger.superseded +
                  ledger.skipped + ledger.rejected;
    return ledger;
}

class RunCount {
  public:
    RunCount(const Roots& roots, const ArticleIntake& intake,
             const std::vector<SourceFileEntry>& previous, bool lists_files)
        : roots_(roots), intake_(intake), previous_(previous), lists_files_(lists_files) {}

    IndexReport count() {
        for (std::size_t file = 0; file < intake_.files().size(); ++file)
            if (roots_.named[intake_.files()[file].root]) count_read(file);
        for (const SourceFileEntry& file : previous_) count_removed(file);
        return std::move(report_);
    }

  private:
    void count_read(std::size_t number) {
        const SourceFileEntry& file = intake_.files()[number];
        const std::span records = std::span(file.records).first(intake_.records_read(number));
        std::uint64_t indexed = 0;
        for (const SourceRecord& record : records) {
            if (record.state != RecordState::indexed) continue;
            const Claim& claim = *intake_.claims().find(record.id);
            if (claim.place == TextPlace::in_force) continue;
            ++indexed;
            if (claim.is_renamed) ++report_.renamed_ids;
            if (!claim.date.is_dated) ++report_.undated;
            if (claim.has_ambiguous_date) ++report_.ambiguous_dates;
        }
        list(file, ledger_of(file, records, indexed));
        report_.new_rejections += new_rejections(file);
    }

    // Of records that were not rejected, in the same file unchanged, by the run before.
    std::uint64_t new_rejections(const SourceFileEntry& file) const {
        const std::uint64_t rejected = count_problems(file, ProblemOutcome::rejected);
        if (rejected == 0) return 0;
        const SourceFileEntry* before = find_file(previous_, {file.root, file.path});
        const bool has_same_bytes =
            before && ((before->size == file.size && before->mtime_ns == file.mtime_ns) ||
                       (before->bytes_hash != 0 && before->bytes_hash == file.bytes_hash));
        const bool is_unchanged =
            has_same_bytes && roots_.all[file.root].path != standard_input_root;
        const std::uint64_t known =
            is_unchanged ? count_problems(*before, ProblemOutcome::rejected) : 0;
        return rejected - std::min(known, rejected);
    }

    void count_removed(const SourceFileEntry& file) {
        Ledger ledger;
        ledger.removed = count_lost(file, intake_.claims());
        if (ledger.removed > 0) list(file, ledger);
    }

    // A file that lost records follows once more, after those that were read.
    void list(const SourceFileEntry& file, const Ledger& ledger) {
        add(report_.ledger, ledger);
        if (lists_files_)
            report_.files.push_back({roots_.all[file.root].path, file.path, file.format, ledger});
    }

    const Roots& roots_;
    const ArticleIntake& intake_;
    const std::vector<SourceFileEntry>& previous_;
    bool lists_files_;
    IndexReport report_;
};

}  // namespace

void add(Ledger& sum, const Ledger& part) {
    for (std::uint64_t Ledger::*count :
         {&Ledger::read, &Ledger::indexed, &Ledger::unchanged, &Ledger::duplicate,
          &Ledger::superseded, &Ledger::skipped, &Ledger::rejected, &Ledger::removed})
        sum.*count += part.*count;
}

Ledger ledger_of_unchanged(const SourceFileEntry& file) { return ledger_of(file, file.records, 0); }

std::vector<Alias> aliases_of(const std::vector<SourceFileEntry>& files) {
    std::vector<Alias> aliases;
    for (const SourceFileEntry& file : files)
        for (const SourceRecord& record : file.records)
            if (record.state == RecordState::duplicate)
                aliases.push_back({record.id, record.kept_id});
    std::ranges::sort(aliases);
    return aliases;
}

IndexReport count_run(const Roots& roots, const ArticleIntake& intake,
                      const std::vector<SourceFileEntry>& previous, bool lists_files) {
    return RunCount(roots, intake, previous, lists_files).count();
}

std::vector<RootLosses> count_losses(const Roots& roots,
                                     const std::vector<SourceFileEntry>& previous,
                                     const ArticleClaims& claims, const IdSet& withdrawn) {
    std::vector<RootLosses> losses(roots.all.size());
    for (const SourceFileEntry& file : previous) {
        RootLosses& of_root = losses[file.root];
        of_root.known +=
            static_cast<std::uint64_t>(std::ranges::count_if(file.records, could_be_found));
        of_root.lost += count_lost(file, claims, withdrawn);
    }
    return losses;
}

}  // namespace dateline
