#include "indexer/index_run.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <string>
#include <tuple>
#include <utility>

#include "corpus/access_error.hpp"
#include "corpus/analyzer.hpp"
#include "corpus/copies_file.hpp"
#include "corpus/dictionary_file.hpp"
#include "corpus/error.hpp"
#include "corpus/mapped_file.hpp"
#include "corpus/schema.hpp"
#include "indexer/article_texts.hpp"
#include "indexer/root_reader.hpp"
#include "indexer/run_checkpoint.hpp"
#include "indexer/run_counts.hpp"
#include "indexer/run_warnings.hpp"
#include "indexer/settlement.hpp"
#include "indexer/utc_time.hpp"
#include "indexer/withdrawals.hpp"

namespace dateline {

namespace {

namespace fs = std::filesystem;

Copies read_copies(const fs::path& index, const Manifest& manifest) {
    if (manifest.copies.empty()) return {};
    const fs::path file = index / manifest.copies;
    return decode_copies(MappedFile(file).bytes(), file);
}

void sort_by_place(std::vector<SourceFileEntry>& files) {
    std::ranges::sort(files, [](const SourceFileEntry& a, const SourceFileEntry& b) {
        return std::tie(a.root, a.path) < std::tie(b.root, b.path);
    });
}

// That a file is not fresh any more is worth remembering, but not a publication.
bool is_as_known(const SourceFileEntry& now, const SourceFileEntry& before) {
    const auto facts = [](const SourceFileEntry& file) {
        return std::tie(file.root, file.path, file.size, file.mtime_ns, file.ctime_ns, file.inode,
                        file.bytes_hash, file.reading_hash, file.format, file.records,
                        file.problems);
    };
    return facts(now) == facts(before);
}

// A run may go on from another one's work, whose numbers are higher.
std::uint64_t next_number(const Manifest& in_force, const std::optional<Checkpoint>& checkpoint) {
    return checkpoint ? std::max(in_force.next_segment, checkpoint->manifest.next_segment)
                      : in_force.next_segment;
}

}  // namespace

IndexRun::IndexRun(const IndexOptions& options, const Manifest& in_force, const Roots& roots,
                   std::optional<Checkpoint> checkpoint, Progress& progress,
                   const ProblemSink& problems)
    : options_(options),
      in_force_(in_force),
      roots_(roots),
      problems_(problems),
      watch_(progress),
      publication_(options.index, next_number(in_force, checkpoint)),
      base_(base_of_run(options, in_force, std::move(checkpoint))),
      has_checkpoint_(base_.goes_on) {
    warn(std::move(base_.warnings));
}

IndexReport IndexRun::run() {
    try {
        take_withdrawals();
        const SourceScan scan =
            scan_sources(options_, roots_, base_.sources.files, options_.rebuilds, watch_);
        warn(scan.warnings);
        return has_nothing_to_do(scan) ? report_as_before() : update(scan);
    } catch (const Error& error) {
        if (base_.goes_on && error.kind() == ErrorKind::index) {
            // Of the work, or else of the index, which needs a repair before it.
            remove_checkpoint(options_.index);
            throw Error(error.kind(), error.what(),
                        "what the run that was stopped had finished is given up: run index again");
        }
        if (!has_checkpoint_ || !error.hint().empty()) throw;
        throw Error(error.kind(), error.what(),
                    "what was finished is kept: the next run of index goes on from it");
    }
}

void IndexRun::warn(std::vector<std::string> warnings) {
    for (std::string& warning : warnings) warnings_.push_back(std::move(warning));
}

void IndexRun::take_withdrawals() {
    requested_ = merge_withdrawals(std::move(base_.later_withdrawals), options_.withdrawals);
    withdrawals_ = merge_withdrawals(base_.sources.withdrawals, requested_);
    for (const Withdrawal& withdrawal : withdrawals_) withdrawn_.insert(withdrawal.id);
    if (!options_.withdrawals.empty())
        warn(warnings_of_unknown_ids(options_.withdrawals, base_.sources.files));
}

// Known before a record is looked at.
bool IndexRun::has_nothing_to_do(const SourceScan& scan) const {
    for (std::size_t root = 0; root < roots_.all.size(); ++root)
        if (roots_.named[root] && roots_.all[root].path == standard_input_root) return false;
    return scan.is_as_before && !base_.goes_on && in_force_.number > 0 &&
           roots_.all == in_force_.roots && in_force_.analysis == analysis_version() &&
           in_force_.scoring == scoring_version && withdrawals_ == base_.sources.withdrawals &&
           !options_.rebuilds && !options_.segments.merge_all && !options_.segments.reanalyse;
}

IndexReport IndexRun::report_as_before() {
    IndexReport report;
    for (const SourceFileEntry& file : base_.sources.files) {
        if (!roots_.named[file.root]) continue;
        repeat_problems(roots_, file, problems_);
        const Ledger ledger = ledger_of_unchanged(file);
        add(report.ledger, ledger);
        if (options_.lists_files)
            report.files.push_back({roots_.all[file.root].path, file.path, file.format, ledger});
    }
    report_withdrawn(base_.sources.files);
    report.warnings = warnings_;
    return report;
}

std::unique_ptr<SegmentSet> IndexRun::open_segments(const Manifest& manifest,
                                                    const std::vector<SegmentInfo>& written) {
    SegmentSettings settings = options_.segments;
    if (!requested_.empty()) settings.merge_all = true;  // off the disk
    const auto on_written = [this](std::uint64_t bytes, std::uint64_t bytes_total) {
        watch_.has_written(bytes, bytes_total);
    };
    return std::make_unique<SegmentSet>(options_.index, manifest, publication_, settings,
                                        on_written, written);
}

// Without a dictionary that is damaged: only what no source gives any more needs it.
Manifest IndexRun::readable(Manifest manifest) {
    try {
        if (!manifest.dictionary.empty()) open_dictionary(options_.index, manifest.dictionary);
    } catch (const AccessError&) {
        throw;
    } catch (const Error& error) {
        warn({error.what()});
        manifest.dictionary.clear();
    }
    return manifest;
}

IndexReport IndexRun::update(const SourceScan& scan) {
    const auto segments = open_segments(base_.manifest, base_.written);
    // A rebuild takes from the index in force what no source gives any more.
    const auto in_force = options_.rebuilds ? open_segments(readable(in_force_), {}) : nullptr;

    PreviousRecords previous(std::move(base_.sources.files));  // the scan points into these
    StoredTexts stored(in_force ? *in_force : *segments, previous.files());
    SourceTexts sources(roots_, options_.reading, options_.defaults);
    ArticleTexts texts(*segments, stored, sources, base_.earlier, options_.is_dry_run);
    ArticleIntake intake(previous, texts, withdrawn_,
                         {.keeps_segments = !options_.rebuilds,
                          .keeps_vanished = options_.keeps_vanished,
                          .longest_batch = options_.longest_batch},
                         [&] { save_checkpoint(*segments, intake); });
    RootReader reader(options_, roots_, previous, intake, watch_, problems_);
    reader.read_all(scan);
    limit_removals(previous, intake);
    settle(intake, previous, texts, *segments);
    report_withdrawn(intake.files());
    IndexReport report = count_run(roots_, intake, previous.files(), options_.lists_files);
    return finish(*segments, {std::move(intake.files()), withdrawals_}, std::move(report),
                  previous.files());
}

IndexReport IndexRun::finish(SegmentSet& segments, Sources now, IndexReport report,
                             const std::vector<SourceFileEntry>& files_before) {
    if (!requested_.empty()) warn(warnings_of_copies(requested_, now.files));
    if (options_.rebuilds) warn(warnings_of_kept_roots(roots_));
    warn(options_.reading.map.warnings());
    report.warnings = warnings_;
    report.went_on = base_.goes_on;
    if (options_.is_dry_run) return report;
    segments.finish();
    sort_by_place(now.files);
    if (is_as_before(segments, now, files_before)) return report;
    publish(segments, std::move(now), report.ledger);
    report.published = true;
    return report;
}

void IndexRun::limit_removals(const PreviousRecords& previous, const ArticleIntake& intake) {
    const std::string excess =
        excess_of_removals(options_.removal_limit, roots_,
                           count_losses(roots_, previous.files(), intake.claims(), withdrawn_));
    if (excess.empty()) return;
    if (!options_.is_dry_run)
        throw Error(ErrorKind::refused, excess,
                    "nothing was changed: allow it with --max-removals, or keep the articles with "
                    "--keep-vanished");
    warn({excess + ": a run would be refused"});
}

// Only segments that the run has written have changed so far.
void IndexRun::save_checkpoint(SegmentSet& segments, const ArticleIntake& intake) {
    Checkpoint checkpoint;
    checkpoint.base = in_force_.number;
    checkpoint.is_rebuild = options_.rebuilds;
    for (std::size_t root = 0; root < roots_.all.size(); ++root)
        if (roots_.named[root]) checkpoint.named.push_back(roots_.all[root].path);
    checkpoint.manifest.number = in_force_.number;
    checkpoint.manifest.analysis = analysis_version();
    checkpoint.manifest.scoring = scoring_version;
    std::vector<SegmentInfo> infos = segments.save();
    const auto written =
        infos.begin() + static_cast<std::ptrdiff_t>(base_.manifest.segments.size());
    checkpoint.manifest.segments.assign(written, infos.end());
    checkpoint.manifest.dictionary = segments.dictionary();
    checkpoint.manifest.roots = roots_.all;
    checkpoint.manifest.next_segment = publication_.next_number();
    checkpoint.files = work_so_far(intake, base_.earlier);
    write_checkpoint(options_.index, checkpoint);
    publication_.keep_unpublished();
    has_checkpoint_ = true;
}

void IndexRun::report_withdrawn(const std::vector<SourceFileEntry>& files) const {
    if (withdrawals_.empty()) return;
    for (const SourceFileEntry& file : files)
        for (const SourceRecord& record : file.records) {
            if (record.state != RecordState::withdrawn || !roots_.named[file.root]) continue;
            RecordProblem problem;
            problem.outcome = ProblemOutcome::skipped;
            problem.format = file.format;
            problem.reason = withdrawal_text(*find_withdrawal(withdrawals_, record.id));
            const bool is_known = find_withdrawal(base_.sources.withdrawals, record.id) != nullptr;
            problems_({roots_.all[file.root].path, file.path, problem, record.id, is_known});
        }
}

bool IndexRun::is_as_before(const SegmentSet& segments, const Sources& now,
                            const std::vector<SourceFileEntry>& files_before) const {
    const bool forgets = std::ranges::find(roots_.forgotten, true) != roots_.forgotten.end();
    return in_force_.number > 0 && !options_.rebuilds && !base_.goes_on && !forgets &&
           !segments.is_changed() && roots_.all == in_force_.roots &&
           in_force_.analysis == analysis_version() && in_force_.scoring == scoring_version &&
           now.withdrawals == base_.sources.withdrawals &&
           std::ranges::equal(now.files, files_before, is_as_known);
}

void IndexRun::publish(SegmentSet& segments, Sources sources, const Ledger& ledger) {
    Manifest next = in_force_;
    next.analysis = analysis_version();
    next.scoring = scoring_version;
    const Copies before = options_.rebuilds ? Copies{} : read_copies(options_.index, in_force_);
    const Copies copies{segments.clusters(before.clusters), aliases_of(sources.files)};
    next.segments = segments.save();
    next.dictionary = segments.dictionary();
    next.copies =
        copies.empty() ? std::string() : publication_.write_file("copies", encode_copies(copies));
    if (!requested_.empty()) next.restorable_from = in_force_.number + 1;
    Roots roots = roots_;
    for (std::size_t i = 0; i < roots.all.size(); ++i) {
        if (!roots.named[i]) continue;
        roots.all[i].last_run = utc_now();
        roots.all[i].outcome = ledger_line(ledger);
    }
    next.roots = drop_forgotten(roots, sources.files);
    publication_.publish(std::move(next), encode_sources(sources));
}

}  // namespace dateline
