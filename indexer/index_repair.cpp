#include "indexer/index_repair.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <new>
#include <optional>
#include <set>
#include <string_view>
#include <system_error>
#include <unordered_set>
#include <utility>

#include "corpus/access_error.hpp"
#include "corpus/analyzer.hpp"
#include "corpus/bytes.hpp"
#include "corpus/current_file.hpp"
#include "corpus/dictionary_file.hpp"
#include "corpus/error.hpp"
#include "corpus/file_marks.hpp"
#include "corpus/first_manifest.hpp"
#include "corpus/mapped_file.hpp"
#include "corpus/numbered_files.hpp"
#include "corpus/schema.hpp"
#include "corpus/shell_word.hpp"
#include "indexer/checkpoint.hpp"
#include "indexer/durable_file.hpp"
#include "indexer/earlier_states.hpp"
#include "indexer/index_lock.hpp"
#include "indexer/manifest_files.hpp"
#include "indexer/publication.hpp"
#include "indexer/run_counts.hpp"
#include "indexer/salvaged_segment.hpp"
#include "indexer/segment_check.hpp"
#include "indexer/sources_repair.hpp"
#include "indexer/withdrawals.hpp"

namespace dateline {

namespace {

namespace fs = std::filesystem;

class NoState : public Error {
    using Error::Error;
};

[[noreturn]] void throw_no_state(const fs::path& index, const std::string& problem) {
    throw NoState(ErrorKind::index, problem,
                  fmt::format("no state of it can be read: make it anew from all of its roots: "
                              "dateline --index {} index --rebuild PATH...",
                              shell_word(index.string())));
}

// So that it can begin anew.
Repair remove_states(const fs::path& index, const std::string& problem) {
    const IndexLock lock(index);
    const NumberedFiles files(index);
    for (const std::uint64_t number : files.manifests()) fs::remove(index / manifest_name(number));
    fs::remove(index / "CURRENT");
    return {.deeds = {problem + ": no state of the index can be read: it is made anew"}};
}

bool is_manifest_in(const fs::path& current) {
    std::error_code failure;
    return fs::is_regular_file(current, failure) &&
           manifest_in_current(MappedFile(current).bytes()).has_value();
}

// What is no index says so itself.
void require_some_manifest(const fs::path& index) {
    std::error_code failure;
    if (fs::is_directory(index, failure) &&
        (!NumberedFiles(index).manifests().empty() || is_manifest_in(index / "CURRENT")))
        return;
    try {
        require_manifest(index);
    } catch (const AccessError&) {
        throw;
    } catch (const Error& error) {
        if (!error.hint().empty()) throw;
        throw_no_state(index, error.what());
    }
}

// Another index's manifest is whole, too.
bool has_published_any(const fs::path& index, const Manifest& manifest) {
    return std::ranges::any_of(manifest.marks, [&](const auto& mark) {
        return checked(mark.first, [&] { require_published(index, manifest, mark.first); }).is_ok();
    });
}

class IndexRepair {
  public:
    IndexRepair(fs::path index, const SegmentSettings& settings, const OnCheckProgress& on_progress)
        : index_(std::move(index)), settings_(settings), on_progress_(on_progress) {}

    Repair repair() {
        restore_manifest();
        find_state();
        if (is_in_force_ && is_whole()) {
            repair_.is_all_kept = true;
            return std::move(repair_);
        }
        read_dictionary();
        check_segments();
        write();
        drop(check_earlier_states(index_, require_manifest(index_), {}));
        return std::move(repair_);
    }

  private:
    void restore_manifest();
    void find_state();
    bool is_whole();
    void read_dictionary();
    void check_segments();
    void write();
    void salvage(SegmentSet& segments, const SegmentInfo& info);
    bool may_be_in_force(const std::string& id) const {
        return !are_sources_whole_ || recorded_.contains(id);
    }
    Sources readable_sources();
    void take_later_withdrawals(Sources& sources);
    void publish(Publication& publication, SegmentSet& segments, const Sources& sources);
    void drop(const std::vector<CheckedPart>& states) {
        std::ranges::move(drop_broken_states(index_, states), std::back_inserter(repair_.deeds));
    }
    void tell(std::string deed) { repair_.deeds.push_back(std::move(deed)); }

    fs::path index_;
    SegmentSettings settings_;
    const OnCheckProgress& on_progress_;
    Repair repair_;
    Manifest state_;
    bool is_in_force_ = true;
    std::optional<MappedFile> dictionary_;
    bool is_dictionary_whole_ = true;
    bool withdrew_ = false;  // what the state still has
    bool are_sources_whole_ = false;
    Manifest base_;  // the state, with its whole segments alone
    std::vector<SegmentInfo> damaged_;
    std::vector<bool> has_tombstones_;  // of the damaged, whether they can be read
    LivingArticles living_;
    std::unordered_set<std::string> recorded_;  // ids said to be in the index
};

// CURRENT holds the manifest in force, too.
void IndexRepair::restore_manifest() {
    const fs::path file = index_ / "CURRENT";
    std::error_code failure;
    if (!fs::is_regular_file(file, failure)) return;
    const MappedFile current(file);
    const auto bytes = manifest_in_current(current.bytes());
    if (!bytes) return;
    const std::string name = decode_current(current.bytes(), file);
    const CheckedPart part = checked(name, [&] { read_current_manifest(index_); });
    if (part.is_ok() || !has_published_any(index_, decode_manifest(*bytes, index_ / name))) return;
    replace_durably(index_, name, *bytes);
    sync_to_disk(index_);
    tell(fmt::format("{}: {}: it is as it was again, from CURRENT", name, part.problem));
}

// The newest state where the one in force cannot be told or read.
void IndexRepair::find_state() {
    std::string problem;
    try {
        state_ = require_manifest(index_);
        require_newest(index_, state_);
        return;
    } catch (const Error& error) {
        if (error.kind() != ErrorKind::index || !fs::is_directory(index_)) throw;
        problem = error.what();
    }
    is_in_force_ = false;
    const NumberedFiles files(index_);
    for (auto number = files.manifests().rbegin(); number != files.manifests().rend(); ++number) {
        const fs::path file = index_ / manifest_name(*number);
        try {
            state_ = decode_manifest(MappedFile(file).bytes(), file);
            if (!has_published_any(index_, state_))
                throw_damaged(file.string(), "nothing that it names was published with it here");
            tell(
                fmt::format("{}: state {} of {} is in force again; what was indexed since is not "
                            "in it, and what was withdrawn since is looked for",
                            problem, state_.number, state_.published));
            return;
        } catch (const AccessError&) {
            throw;
        } catch (const Error& error) {
            problem = error.what();
        }
    }
    throw_no_state(index_, problem);
}

// Of the state in force. Where nothing else is damaged, earlier states that are go at once.
bool IndexRepair::is_whole() {
    std::set<std::string> earlier;
    for (const std::uint64_t number : earlier_manifest_numbers(index_, state_))
        earlier.insert(manifest_name(number));
    bool is_whole = true;
    std::vector<CheckedPart> states;
    for (const CheckedPart& part : check_index(index_, on_progress_)) {
        if (earlier.contains(part.part)) {
            states.push_back(part);
        } else if (!part.is_ok()) {
            is_whole = false;
            tell(fmt::format("{}: {}", part.part, part.problem));
        }
    }
    if (is_whole) drop(states);
    return is_whole;
}

void IndexRepair::read_dictionary() {
    try {
        dictionary_ = open_dictionary(index_, state_.dictionary);
    } catch (const AccessError&) {
        throw;
    } catch (const Error&) {
        is_dictionary_whole_ = false;
        try {
            dictionary_.emplace(index_ / state_.dictionary);
        } catch (const Error&) {
            dictionary_.emplace();
        }
    }
}

void IndexRepair::check_segments() {
    base_ = state_;
    base_.segments.clear();
    if (!is_dictionary_whole_) base_.dictionary.clear();
    for (const SegmentInfo& info : state_.segments) {
        CheckedSegment checked = check_segment(index_, state_, info, dictionary_->bytes(),
                                               [](std::uint64_t, std::uint64_t) {});
        if (checked.is_whole && is_dictionary_whole_) {
            living_.add(checked.ids);
            base_.segments.push_back(info);
        } else {
            const bool are_dead_known =
                info.tombstones.empty() ||
                std::ranges::any_of(checked.parts, [&](const CheckedPart& part) {
                    return part.part == info.tombstones && part.is_ok();
                });
            damaged_.push_back(info);
            has_tombstones_.push_back(are_dead_known);
        }
    }
}

// Puts the articles of a damaged segment that are whole and were in force into the batch.
void IndexRepair::salvage(SegmentSet& segments, const SegmentInfo& info) {
    std::uint64_t kept = 0;
    std::string problem;
    const bool are_dead_known = has_tombstones_[static_cast<std::size_t>(
        std::ranges::find(damaged_, info.name, &SegmentInfo::name) - damaged_.begin())];
    try {
        const SalvagedSegment salvaged(index_ / info.name, dictionary_->bytes());
        Tombstones dead;
        if (are_dead_known && !info.tombstones.empty())
            dead = decode_tombstones(MappedFile(index_ / info.tombstones).bytes(),
                                     salvaged.article_count(), index_ / info.tombstones);
        for (std::uint32_t number = 0; number < salvaged.article_count(); ++number) {
            if (dead.is_dead(number)) continue;
            std::optional<Article> article = salvaged.article(number);
            if (!article || (!are_dead_known && !may_be_in_force(article->id))) continue;
            // Which version is in force is not known without tombstones: another segment's.
            if (!living_.add(*article)) continue;
            ++kept;
            segments.add(*std::move(article));
            if (segments.is_batch_full()) segments.write_batch();
        }
    } catch (const AccessError&) {
        throw;
    } catch (const std::bad_alloc&) {
        throw;
    } catch (const std::exception& exception) {
        problem = fmt::format(": {}", exception.what());
    }
    const std::uint64_t lost = info.articles - std::min(info.articles, kept);
    repair_.lost += lost;
    tell(fmt::format("{}: {} of its {} articles are kept, {} are lost{}", info.name, kept,
                     info.articles, lost, problem));
}

// Withdrawn ids must stay withdrawn: where the list cannot be read, an earlier one may be.
Sources IndexRepair::readable_sources() {
    std::vector<Manifest> states{state_};
    for (Manifest& earlier : earlier_manifests(index_, state_))
        states.push_back(std::move(earlier));
    // Those whose manifest is gone, or cannot be put in force again.
    std::ranges::move(states_with_sources(index_, state_.number), std::back_inserter(states));
    Sources sources;
    if (auto readable = first_readable_sources(index_, states)) {
        sources = std::move(readable->sources);
        are_sources_whole_ = readable->state == state_.number;
        if (!are_sources_whole_)
            tell(readable->file +
                 " takes its place, as far as it holds: give those withdrawn "
                 "since to index --withdraw again");
    } else {
        tell("which ids were withdrawn is lost: give them to index --withdraw again");
    }
    take_later_withdrawals(sources);
    return sources;
}

// Of lists of sources later than the state, which its manifest does not name.
void IndexRepair::take_later_withdrawals(Sources& sources) {
    if (is_in_force_) return;
    ListedWithdrawals later = listed_withdrawals(index_, state_.number);
    if (!later.files.empty())
        tell(
            fmt::format("what was withdrawn since is taken from {}: give what was withdrawn later "
                        "still to index --withdraw again",
                        fmt::join(later.files, ", ")));
    else if (!later.unreadable.empty() || NumberedFiles(index_).next_number() > state_.next_segment)
        tell("which ids were withdrawn since may be lost: give them to index --withdraw again");
    const std::size_t before = sources.withdrawals.size();
    sources.withdrawals = merge_withdrawals(std::move(sources.withdrawals), later.withdrawals);
    withdrew_ = sources.withdrawals.size() > before;
}

void IndexRepair::publish(Publication& publication, SegmentSet& segments, const Sources& sources) {
    Manifest next = base_;
    next.number = *NumberedFiles(index_).manifests().rbegin();
    if (withdrew_) next.restorable_from = next.number + 1;
    next.analysis = analysis_version();
    next.scoring = scoring_version;
    const Copies copies{segments.clusters({}), aliases_of(sources.files)};
    next.segments = segments.save();
    next.dictionary = segments.dictionary();
    next.copies =
        copies.empty() ? std::string() : publication.write_file("copies", encode_copies(copies));
    publication.publish(std::move(next), encode_sources(sources));
    remove_checkpoint(index_);
}

void IndexRepair::write() {
    Publication publication(index_,
                            std::max(state_.next_segment, NumberedFiles(index_).next_number()));
    SegmentSettings settings = settings_;
    settings.clusters_anew = true;
    SegmentSet segments(index_, base_, publication, settings, [](std::uint64_t, std::uint64_t) {});
    Sources known = readable_sources();
    for (const SourceFileEntry& file : known.files)
        for (const SourceRecord& record : file.records)
            if (record.state == RecordState::indexed) recorded_.insert(record.id);
    for (const SegmentInfo& info : damaged_) salvage(segments, info);
    segments.write_batch();
    for (const std::string& id : living_.repeated()) segments.remove(id, SegmentSet::Age::in_force);
    SourcesRepair sources(std::move(known), state_.roots, living_);
    for (const std::string& id : sources.withdrawn_articles()) {
        const bool is_salvaged = living_.salvaged().contains(id);
        segments.remove(id, is_salvaged ? SegmentSet::Age::written : SegmentSet::Age::in_force);
    }
    sources.add_unknown([&](const std::string& id) {
        const bool is_salvaged = living_.salvaged().contains(id);
        return segments.article(id,
                                is_salvaged ? SegmentSet::Age::written : SegmentSet::Age::in_force);
    });
    if (are_sources_whole_) repair_.lost_ids = sources.lost_ids();
    segments.finish();
    publish(publication, segments, sources.sources());
}

}  // namespace

Repair repair_index(const fs::path& index, const SegmentSettings& settings,
                    const OnCheckProgress& on_progress) {
    require_some_manifest(index);  // before a byte is written
    const IndexLock lock(index);
    return IndexRepair(index, settings, on_progress).repair();
}

Repair repair_unreadable(const fs::path& index, const SegmentSettings& settings, bool can_be_anew,
                         const OnCheckProgress& on_progress) {
    if (unnamed_first_manifest(index)) return {};
    try {
        if (const auto in_force = read_current_manifest(index)) require_newest(index, *in_force);
        return {};
    } catch (const AccessError&) {
        throw;
    } catch (const Error& error) {
        // What is no index, or has another format, says what to do instead.
        if (error.kind() != ErrorKind::index || !error.hint().empty()) throw;
    }
    try {
        return repair_index(index, settings, on_progress);
    } catch (const NoState& error) {
        if (!can_be_anew) throw;
        return remove_states(index, error.what());
    }
}

}  // namespace dateline
