#include "indexer/index_archive.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <system_error>
#include <utility>

#include "corpus/error.hpp"
#include "corpus/first_manifest.hpp"
#include "corpus/manifest.hpp"
#include "indexer/checkpoint.hpp"
#include "indexer/durable_file.hpp"
#include "indexer/earlier_states.hpp"
#include "indexer/index_lock.hpp"
#include "indexer/index_run.hpp"
#include "indexer/manifest_files.hpp"
#include "indexer/publication.hpp"
#include "indexer/roots.hpp"

namespace dateline {

namespace {

namespace fs = std::filesystem;

Roots roots_of(const IndexOptions& options, const Manifest& manifest) {
    if (options.rebuilds) return resolve_all_roots(manifest.roots, options.paths, options.index);
    if (options.reads_nothing()) {
        require_manifest(options.index);
        return roots_unread(manifest.roots, options.forgotten);
    }
    return resolve_roots(manifest.roots, options.paths, options.index);
}

/// Where a run begins.
struct Start {
    Manifest in_force;
    std::optional<Checkpoint> checkpoint;
    Roots roots;
};

bool is_named(const Roots& roots, const std::string& path) {
    for (std::size_t i = 0; i < roots.all.size(); ++i)
        if (roots.named[i] && roots.all[i].path == path) return true;
    return false;
}

// The work of a run that was interrupted serves a run that brings at least the same roots up to
// date. nullopt where it does not, also where one of its roots is gone.
std::optional<Roots> roots_to_go_on(const IndexOptions& options, const Checkpoint& checkpoint) {
    if (checkpoint.is_rebuild != options.rebuilds) return std::nullopt;
    try {
        Roots roots = roots_of(options, checkpoint.manifest);
        if (std::ranges::all_of(checkpoint.named,
                                [&](const std::string& path) { return is_named(roots, path); }))
            return roots;
    } catch (const Error&) {
        // What is wrong with the roots of the index, they say themselves.
    }
    return std::nullopt;
}

Start start_of(const IndexOptions& options) {
    Start start;
    if (auto first = unnamed_first_manifest(options.index))
        start.in_force = *std::move(first);
    else
        start.in_force = read_current_manifest(options.index).value_or(Manifest{});
    if (start.in_force.number == 0 && (!options.rebuilds || options.paths.empty()))
        require_no_lost_state(options.index);
    if (!options.reads_nothing() && !options.is_dry_run)
        start.checkpoint = read_checkpoint(options.index, start.in_force.number);
    if (start.checkpoint) {
        if (auto roots = roots_to_go_on(options, *start.checkpoint)) {
            start.roots = *std::move(roots);
            return start;
        }
        start.checkpoint.reset();
    }
    start.roots = roots_of(options, start.in_force);
    return start;
}

}  // namespace

IndexReport index_archive(const IndexOptions& options, Progress& progress,
                          const ProblemSink& problems) {
    // What cannot be indexed, or is something else than an index, is refused before a byte is
    // written.
    Start start = start_of(options);
    if (options.is_dry_run)
        return IndexRun(options, start.in_force, start.roots, {}, progress, problems).run();
    make_folder_durably(options.index);

    const IndexLock lock(options.index);
    if (unnamed_first_manifest(options.index)) {
        put_in_force(options.index, first_manifest_name);
        sync_to_disk(options.index);
    }
    start = start_of(options);
    if (start.in_force.number > 0) {
        require_newest(options.index, start.in_force);
        // A run that has nothing to read would not miss them, and leave an index that no search can
        // open.
        if (!options.rebuilds) require_files(options.index, start.in_force);
    }
    if (!start.checkpoint) remove_checkpoint(options.index);
    remove_outdated(options.index, start.in_force.number, true);
    IndexReport report = IndexRun(options, start.in_force, start.roots, std::move(start.checkpoint),
                                  progress, problems)
                             .run();
    // Who rebuilds may do so because of damage, which must not stay behind the way back.
    if (report.published && options.rebuilds)
        std::ranges::move(
            drop_broken_states(
                options.index,
                check_earlier_states(options.index, require_manifest(options.index), {})),
            std::back_inserter(report.warnings));
    remove_outdated(options.index, start.in_force.number + (report.published ? 1 : 0));
    return report;
}

}  // namespace dateline
