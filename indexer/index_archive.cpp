#include "indexer/index_archive.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>
#include <utility>

#include "corpus/analyzer.hpp"
#include "corpus/error.hpp"
#include "corpus/manifest.hpp"
#include "corpus/mapped_file.hpp"
#include "corpus/schema.hpp"
#include "corpus/sources_file.hpp"
#include "indexer/article_intake.hpp"
#include "indexer/index_lock.hpp"
#include "indexer/previous_records.hpp"
#include "indexer/publication.hpp"
#include "indexer/root_reader.hpp"
#include "indexer/roots.hpp"
#include "indexer/run_watch.hpp"
#include "indexer/segment_set.hpp"
#include "indexer/utc_time.hpp"

namespace dateline {

namespace {

namespace fs = std::filesystem;

std::vector<SourceFileEntry> read_sources(const fs::path& index, const Manifest& manifest) {
    if (manifest.number == 0) return {};
    const fs::path file = index / manifest.sources;
    return decode_sources(MappedFile(file).bytes(), file);
}

void make_folder(const fs::path& folder) {
    std::error_code failure;
    fs::create_directories(folder, failure);
    if (failure)
        throw Error(ErrorKind::input_output,
                    fmt::format("cannot make {}: {}", folder.string(), failure.message()));
}

// Whether a run over `roots` that left these segments and files has nothing to publish.
bool is_as_before(const Manifest& in_force, const Roots& roots, const SegmentSet& segments,
                  bool same_files) {
    return in_force.number > 0 && same_files && !segments.is_changed() &&
           roots.all == in_force.roots && in_force.analysis == analysis_version() &&
           in_force.scoring == scoring_version;
}

Manifest next_manifest(const Manifest& in_force, const Roots& roots, const SegmentSet& segments,
                       const Ledger& ledger) {
    Manifest next = in_force;
    next.analysis = analysis_version();
    next.scoring = scoring_version;
    next.dictionary = segments.dictionary();
    next.segments = segments.segments();
    next.roots = roots.all;
    for (std::size_t i = 0; i < next.roots.size(); ++i) {
        if (!roots.named[i]) continue;
        next.roots[i].last_run = utc_now();
        next.roots[i].outcome = ledger_line(ledger);
    }
    return next;
}

IndexReport run(const IndexOptions& options, const Manifest& in_force, const Roots& roots,
                Progress& progress, const ProblemSink& problems) {
    RunWatch watch(progress);
    PreviousRecords previous(read_sources(options.index, in_force));
    Publication publication(options.index, in_force.next_segment);
    SegmentSet segments(options.index, in_force, publication,
                        [&](std::uint64_t bytes, std::uint64_t bytes_total) {
                            watch.has_written(bytes, bytes_total);
                        });
    ArticleIntake intake(previous, segments, options.batch_text_bytes);
    RootReader reader(options, roots, previous, intake, watch, problems);
    reader.read_all();
    intake.finish(roots);

    const IntakeCounts& counts = intake.counts();
    IndexReport report{.ledger = counts.ledger,
                       .undated = counts.undated,
                       .ambiguous_dates = counts.ambiguous_dates,
                       .new_rejections = reader.new_rejections(),
                       .renamed_ids = counts.renamed_ids};
    if (is_as_before(in_force, roots, segments, intake.files() == previous.files())) return report;
    publication.publish(next_manifest(in_force, roots, segments, counts.ledger),
                        encode_sources(intake.files()));
    report.published = true;
    return report;
}

}  // namespace

IndexReport index_archive(const IndexOptions& options, Progress& progress,
                          const ProblemSink& problems) {
    // What cannot be indexed, or is something else than an index, is refused before a byte is
    // written.
    const auto before = read_current_manifest(options.index).value_or(Manifest{});
    resolve_roots(before.roots, options.paths, options.index);
    make_folder(options.index);

    const IndexLock lock(options.index);
    const Manifest in_force = read_current_manifest(options.index).value_or(Manifest{});
    const Roots roots = resolve_roots(in_force.roots, options.paths, options.index);
    remove_outdated(options.index, in_force.number);
    IndexReport report = run(options, in_force, roots, progress, problems);
    if (report.published) remove_outdated(options.index, in_force.number + 1);
    return report;
}

}  // namespace dateline
