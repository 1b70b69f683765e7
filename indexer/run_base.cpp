#include "indexer/run_base.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <limits>
#include <utility>

#include "corpus/error.hpp"
#include "indexer/segment_set.hpp"
#include "indexer/sources_repair.hpp"

namespace dateline {

namespace {

// Withdrawn ids must stay withdrawn: where the list cannot be read, an earlier one may be.
std::vector<Withdrawal> kept_withdrawals(const std::filesystem::path& index,
                                         const Manifest& in_force,
                                         std::vector<std::string>& warnings) {
    if (auto readable = first_readable_sources(index, earlier_manifests(index, in_force))) {
        warnings.push_back(fmt::format(
            "which ids were withdrawn is taken from {}: those withdrawn since then come back",
            readable->file));
        return std::move(readable->sources.withdrawals);
    }
    warnings.emplace_back("which ids were withdrawn is lost: give them to index --withdraw again");
    return {};
}

// Of an index of which no manifest is left.
std::vector<Withdrawal> withdrawals_left(const std::filesystem::path& index,
                                         std::vector<std::string>& warnings) {
    if (!std::filesystem::exists(index)) return {};
    auto readable = first_readable_sources(
        index, states_with_sources(index, std::numeric_limits<std::uint64_t>::max()));
    if (!readable || readable->sources.withdrawals.empty()) return {};
    warnings.push_back(fmt::format("which ids were withdrawn is taken from {}", readable->file));
    return std::move(readable->sources.withdrawals);
}

// The segments that the run that died began with, without the articles that it had replaced.
std::vector<SegmentInfo> bury_dead(const IndexOptions& options, const Checkpoint& checkpoint,
                                   Publication& publication) {
    Manifest before = checkpoint.manifest;
    before.segments.resize(checkpoint.segments_before);
    if (checkpoint.dead.empty()) return before.segments;
    SegmentSet segments(options.index, before, publication, options.segments,
                        [](std::uint64_t, std::uint64_t) {});
    for (const std::string& id : checkpoint.dead) segments.remove(id, SegmentSet::Age::in_force);
    return segments.save();
}

void go_on(RunBase& base, const IndexOptions& options, Checkpoint checkpoint,
           Publication& publication) {
    std::vector<SegmentInfo> segments = bury_dead(options, checkpoint, publication);
    const auto written = checkpoint.manifest.segments.begin() +
                         static_cast<std::ptrdiff_t>(checkpoint.segments_before);
    segments.insert(segments.end(), written, checkpoint.manifest.segments.end());
    base.manifest = std::move(checkpoint.manifest);
    base.manifest.segments = std::move(segments);
    base.files_in_force = std::exchange(base.sources, std::move(checkpoint.sources)).files;
    base.goes_on = true;
}

}  // namespace

RunBase base_of_run(const IndexOptions& options, const Manifest& in_force,
                    std::optional<Checkpoint> checkpoint, Publication& publication) {
    RunBase base;
    base.manifest = in_force;
    if (options.rebuilds) base.manifest.segments.clear();
    if (options.rebuilds) base.manifest.dictionary.clear();
    base.clustered_segments = base.manifest.segments.size();
    try {
        if (in_force.number == 0)
            base.sources.withdrawals = withdrawals_left(options.index, base.warnings);
        else
            base.sources = read_published_sources(options.index, in_force);
    } catch (const Error& error) {
        if (!options.rebuilds) throw;
        base.warnings.push_back(fmt::format("{}: ids are given anew", error.what()));
        base.sources.withdrawals = kept_withdrawals(options.index, in_force, base.warnings);
    }
    if (checkpoint) go_on(base, options, *std::move(checkpoint), publication);
    return base;
}

}  // namespace dateline
