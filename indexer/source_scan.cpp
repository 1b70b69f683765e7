#include "indexer/source_scan.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <chrono>
#include <iterator>
#include <utility>

#include "corpus/article_completion.hpp"
#include "corpus/bytes.hpp"
#include "corpus/error.hpp"
#include "indexer/run_warnings.hpp"

namespace dateline {

namespace {

// Raised when readers find other articles in the same bytes, so that all files are read again.
constexpr std::uint64_t reading_version = 3;

// File systems round times, and clocks of file servers differ: a file that was modified so shortly
// before it was read may be modified again without a trace.
constexpr std::int64_t fresh_ns = 2'000'000'000;

std::int64_t clock_ns() {
    return std::chrono::duration_cast<std::chrono::nanoseconds>(
               std::chrono::system_clock::now().time_since_epoch())
        .count();
}

bool has_same_facts(const SourceFile& file, const SourceFileEntry& before) {
    return before.size == file.size && before.mtime_ns == file.mtime_ns &&
           before.ctime_ns == file.ctime_ns && before.inode == file.inode;
}

bool is_below(std::string_view path, std::string_view folder) {
    return path.size() > folder.size() && path.starts_with(folder) && path[folder.size()] == '/';
}

class RootScan {
  public:
    RootScan(const IndexOptions& options, std::span<const SourceFileEntry> before, bool reads_all,
             RunWatch& watch)
        : options_(options),
          before_(before),
          reads_all_(reads_all),
          reading_hash_(dateline::reading_hash(options)),
          started_ns_(clock_ns()),
          watch_(watch) {}

    std::vector<ScannedFile> scan(SourceListing listing) {
        for (SourceProblem& problem : listing.unreadable) refuse(std::move(problem));
        const std::size_t refused = files_.size();
        auto entry = before_.begin();
        for (SourceFile& file : listing.files) {
            while (entry != before_.end() && entry->path < file.path) take_missing(*entry++);
            const bool is_known = entry != before_.end() && entry->path == file.path;
            take(std::move(file), is_known ? &*entry++ : nullptr);
        }
        while (entry != before_.end()) take_missing(*entry++);
        if (refused > 0)
            std::ranges::sort(files_, {}, [](const ScannedFile& file) -> const std::string& {
                return file.source.path;
            });
        return std::move(files_);
    }

    bool is_as_before() const { return is_as_before_; }

  private:
    void take(SourceFile source, const SourceFileEntry* before);
    void take_missing(const SourceFileEntry& before);
    void refuse(SourceProblem problem);
    bool has_same_bytes(ScannedFile& file);

    const IndexOptions& options_;
    std::span<const SourceFileEntry> before_;
    bool reads_all_;
    std::uint64_t reading_hash_;
    std::int64_t started_ns_;
    RunWatch& watch_;
    std::vector<ScannedFile> files_;
    std::vector<std::string> unreadable_;
    bool is_as_before_ = true;
};

void RootScan::take(SourceFile source, const SourceFileEntry* before) {
    watch_.check();
    ScannedFile& file = files_.emplace_back();
    file.source = std::move(source);
    file.before = before;
    file.is_fresh = std::max(file.source.mtime_ns, file.source.ctime_ns) >= started_ns_ - fresh_ns;
    if (before && before->reading_hash == reading_hash_ && !reads_all_) {
        const bool has_facts = has_same_facts(file.source, *before);
        const bool is_trusted = has_facts && !before->is_fresh && !options_.checks_bytes;
        if (is_trusted || has_same_bytes(file)) {
            file.task = FileTask::replay;
            if (is_trusted) file.bytes_hash = before->bytes_hash;
            if (!has_facts) is_as_before_ = false;
            return;
        }
    }
    watch_.expect(file.source.size);
    is_as_before_ = false;
}

bool RootScan::has_same_bytes(ScannedFile& file) {
    if (file.before->bytes_hash == 0 || file.before->size != file.source.size) return false;
    try {
        file.bytes_hash = hash_source(file.source);
    } catch (const Error&) {
        return false;  // the reading will say why
    }
    return file.bytes_hash == file.before->bytes_hash;
}

// A file that is not there any more, unless it lies in a folder that we cannot look into.
void RootScan::take_missing(const SourceFileEntry& before) {
    is_as_before_ = false;
    const bool is_hidden = std::ranges::any_of(
        unreadable_, [&](const std::string& folder) { return is_below(before.path, folder); });
    if (!is_hidden) return;
    ScannedFile& file = files_.emplace_back();
    file.task = FileTask::replay;
    file.source.path = before.path;
    file.source.size = before.size;
    file.source.mtime_ns = before.mtime_ns;
    file.source.ctime_ns = before.ctime_ns;
    file.source.inode = before.inode;
    file.before = &before;
    file.bytes_hash = before.bytes_hash;
    file.is_fresh = before.is_fresh;
}

void RootScan::refuse(SourceProblem problem) {
    if (problem.path.empty())
        throw Error(ErrorKind::input_output, "cannot read a folder to index: " + problem.reason,
                    "nothing was removed from the index");
    is_as_before_ = false;
    ScannedFile& file = files_.emplace_back();
    file.task = FileTask::refuse;
    file.source.path = problem.path;
    file.problem = std::move(problem.reason);
    unreadable_.push_back(std::move(problem.path));
}

std::span<const SourceFileEntry> files_of_root(const std::vector<SourceFileEntry>& files,
                                               std::uint32_t root) {
    return {std::ranges::lower_bound(files, root, {}, &SourceFileEntry::root),
            std::ranges::upper_bound(files, root, {}, &SourceFileEntry::root)};
}

}  // namespace

std::uint64_t reading_hash(const IndexOptions& options) {
    ByteWriter fields;
    fields.varint(reading_version);
    fields.varint(completion_version);
    fields.varint(static_cast<std::uint64_t>(options.reading.dates.order));
    fields.signed_varint(options.reading.dates.zone_minutes);
    fields.varint(options.reading.max_record_bytes);
    for (const std::string* value : {&options.defaults.source, &options.defaults.section,
                                     &options.defaults.place, &options.defaults.language})
        fields.string(*value);
    for (const FieldPath& path : options.reading.map.paths) {
        fields.varint(static_cast<std::uint64_t>(path.field));
        fields.string(path.path);
    }
    return XXH3_64bits(fields.bytes().data(), fields.size());
}

SourceScan scan_sources(const IndexOptions& options, const Roots& roots,
                        const std::vector<SourceFileEntry>& before, bool reads_all,
                        RunWatch& watch) {
    SourceScan scan;
    scan.roots.resize(roots.all.size());
    for (std::uint32_t root = 0; root < roots.all.size(); ++root) {
        if (!roots.named[root] || roots.all[root].path == standard_input_root) continue;
        if (roots.is_forgotten(root)) {
            scan.is_as_before = false;
            continue;
        }
        RootScan root_scan(options, files_of_root(before, root), reads_all, watch);
        SourceListing listing = list_root(roots, root, options.index, options.ignored);
        std::ranges::move(warnings_of_links(roots.all[root].path, listing.links),
                          std::back_inserter(scan.warnings));
        scan.roots[root] = root_scan.scan(std::move(listing));
        if (!root_scan.is_as_before()) scan.is_as_before = false;
    }
    return scan;
}

}  // namespace dateline
