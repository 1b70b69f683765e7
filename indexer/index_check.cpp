#include "indexer/index_check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_set>

#include "corpus/analyzer.hpp"
#include "corpus/bytes.hpp"
#include "corpus/copies_file.hpp"
#include "corpus/dictionary_file.hpp"
#include "corpus/file_marks.hpp"
#include "corpus/mapped_file.hpp"
#include "corpus/schema.hpp"
#include "corpus/sources_file.hpp"
#include "indexer/earlier_states.hpp"
#include "indexer/manifest_files.hpp"
#include "indexer/run_counts.hpp"

namespace dateline {

namespace {

namespace fs = std::filesystem;

void require(bool holds, const fs::path& file, std::string_view problem) {
    if (!holds) throw_damaged(file.string(), problem);
}

/// The ids that are in the index.
class LivingIds {
  public:
    explicit LivingIds(const std::vector<CheckedSegment>& segments) {
        for (const CheckedSegment& segment : segments)
            for (const std::string& id : segment.ids)
                if (!ids_.insert(id).second) repeated_ = id;
    }
    bool contains(const std::string& id) const { return ids_.contains(id); }
    std::size_t count() const { return ids_.size(); }
    /// One that two articles have; empty: none.
    const std::string& repeated() const { return repeated_; }

  private:
    std::unordered_set<std::string_view> ids_;
    std::string repeated_;
};

/// One state of the index, part by part.
class StateCheck {
  public:
    StateCheck(fs::path index, const Manifest& manifest, const OnCheckProgress& on_progress)
        : index_(std::move(index)), manifest_(manifest), on_progress_(on_progress) {
        progress_.phase = "check";
        for (const SegmentInfo& segment : manifest.segments)
            progress_.bytes_total += segment.text_bytes;
    }

    std::vector<CheckedPart> check() {
        add(fmt::format("manifest-{}", manifest_.number), [&] { check_manifest(); });
        check_segments();
        const bool are_whole = std::ranges::all_of(segments_, &CheckedSegment::is_whole);
        if (are_whole) ids_.emplace(segments_);
        if (!manifest_.copies.empty()) add(manifest_.copies, [&] { check_copies(); });
        add(manifest_.sources, [&] { check_sources(); });
        std::map<std::string, bool> segments;
        for (std::size_t i = 0; i < segments_.size(); ++i)
            segments[manifest_.segments[i].name] = segments_[i].is_whole;
        std::ranges::move(check_earlier_states(index_, manifest_, std::move(segments)),
                          std::back_inserter(parts_));
        return std::move(parts_);
    }

  private:
    template <class Check>
    void add(std::string part, const Check& check) {
        parts_.push_back(checked(std::move(part), check));
    }

    void check_manifest() const;
    void check_segments();
    void check_copies();
    void check_named_articles(const fs::path& file) const;
    void check_sources() const;
    void check_count(const Ledger& sum, const fs::path& where) const;
    void check_file(const SourceFileEntry& file, const fs::path& where) const;
    void check_record(const SourceRecord& record, const fs::path& where) const;
    void check_aliases(const Sources& sources, const fs::path& where) const;

    fs::path index_;
    const Manifest& manifest_;
    const OnCheckProgress& on_progress_;
    ProgressState progress_;
    std::vector<CheckedPart> parts_;
    std::vector<CheckedSegment> segments_;
    std::optional<LivingIds> ids_;             // where all segments are whole
    std::optional<Copies> copies_ = Copies{};  // where they can be read
};

void StateCheck::check_manifest() const {
    require(manifest_.analysis == analysis_version() && manifest_.scoring == scoring_version,
            index_, "it was made by another version of dateline");
    require_newest(index_, manifest_);
}

void StateCheck::check_segments() {
    std::optional<MappedFile> dictionary(std::in_place);
    if (!manifest_.dictionary.empty()) {
        dictionary.reset();
        add(manifest_.dictionary,
            [&] { dictionary = open_dictionary(index_, manifest_.dictionary); });
    }
    const auto bytes = dictionary ? std::optional(dictionary->bytes()) : std::nullopt;
    for (const SegmentInfo& info : manifest_.segments) {
        segments_.push_back(check_segment(index_, manifest_, info, bytes,
                                          [&](std::uint64_t articles, std::uint64_t text_bytes) {
                                              progress_.articles += articles;
                                              progress_.bytes += text_bytes;
                                              on_progress_(progress_);
                                          }));
        std::ranges::copy(segments_.back().parts, std::back_inserter(parts_));
    }
}

void StateCheck::check_copies() {
    const fs::path file = index_ / manifest_.copies;
    copies_.reset();
    copies_ = decode_copies(MappedFile(file).bytes(), file);
    if (ids_) check_named_articles(file);
    require_published(index_, manifest_, manifest_.copies);
}

void StateCheck::check_named_articles(const fs::path& file) const {
    for (const std::vector<SegmentArticle>& cluster : copies_->clusters)
        for (const SegmentArticle& member : cluster)
            require(member.segment < segments_.size() &&
                        member.article < segments_[member.segment].article_count &&
                        !segments_[member.segment].tombstones.is_dead(member.article),
                    file, "it names an article that is not in the index");
    for (const Alias& alias : copies_->aliases)
        require(ids_->contains(alias.kept_id) && !ids_->contains(alias.id), file,
                fmt::format("what it says of the id {} does not hold", alias.id));
}

void StateCheck::check_sources() const {
    const fs::path where = index_ / manifest_.sources;
    const Sources sources = decode_sources(MappedFile(where).bytes(), where);
    const auto place = [](const SourceFileEntry& file) { return std::tie(file.root, file.path); };
    require(std::ranges::adjacent_find(sources.files, std::ranges::greater_equal(), place) ==
                sources.files.end(),
            where, "its files are not in order");
    Ledger sum;
    for (const SourceFileEntry& file : sources.files) {
        check_file(file, where);
        dateline::add(sum, ledger_of_unchanged(file));
    }
    check_aliases(sources, where);
    if (ids_) check_count(sum, where);
    require_published(index_, manifest_, manifest_.sources);
}

void StateCheck::check_count(const Ledger& sum, const fs::path& where) const {
    require(ids_->repeated().empty(), where,
            fmt::format("two articles have the id {}", ids_->repeated()));
    require(sum.unchanged == ids_->count(), where,
            fmt::format("{} records are said to be in the index, which holds {} articles",
                        sum.unchanged, ids_->count()));
}

void StateCheck::check_file(const SourceFileEntry& file, const fs::path& where) const {
    require(file.root < manifest_.roots.size(), where,
            fmt::format("{} is of a root that the manifest does not name", file.path));
    const Ledger ledger = ledger_of_unchanged(file);
    const std::uint64_t records = file.records.size() +
                                  count_problems(file, ProblemOutcome::skipped) +
                                  count_problems(file, ProblemOutcome::rejected);
    require(ledger.adds_up() && ledger.read == records, where,
            fmt::format("the records of {} do not add up", file.path));
    for (const SourceRecord& record : file.records) check_record(record, where);
}

void StateCheck::check_record(const SourceRecord& record, const fs::path& where) const {
    if (!ids_) return;
    const bool is_in_index = ids_->contains(record.id);
    switch (record.state) {
        case RecordState::indexed:
            return require(is_in_index, where, fmt::format("{} is not in the index", record.id));
        case RecordState::duplicate:
            return require(!is_in_index && ids_->contains(record.kept_id), where,
                           fmt::format("the duplicate {} has no article in the index", record.id));
        case RecordState::withdrawn:
            return require(!is_in_index, where,
                           fmt::format("{} was withdrawn, but is in the index", record.id));
        case RecordState::lost:
            return require(!is_in_index, where,
                           fmt::format("{} was lost, but is in the index", record.id));
        case RecordState::superseded:
            return;
    }
}

void StateCheck::check_aliases(const Sources& sources, const fs::path& where) const {
    if (!copies_) return;
    require(aliases_of(sources.files) == copies_->aliases, where,
            "its duplicates are not those that can be found");
}

}  // namespace

std::vector<CheckedPart> check_index(const fs::path& index, const OnCheckProgress& on_progress) {
    constexpr int attempts = 5;
    for (int attempt = 0; attempt < attempts; ++attempt) {
        const Manifest manifest = require_manifest(index);
        std::vector<CheckedPart> parts = StateCheck(index, manifest, on_progress).check();
        const bool is_ok = std::ranges::all_of(parts, &CheckedPart::is_ok);
        if (is_ok || require_manifest(index).number == manifest.number) return parts;
    }
    throw Error(ErrorKind::refused,
                fmt::format("{} changes faster than it can be checked", index.string()),
                "check it again when its writer is done");
}

}  // namespace dateline
