#include "indexer/root_reader.hpp"

#include <algorithm>
#include <memory>
#include <utility>
#include <variant>

#include "corpus/error.hpp"

namespace dateline {

namespace {

// What standard input is called among the files of its root.
constexpr std::string_view standard_input_path = "stdin";

SourceFileEntry entry_of(std::uint32_t root, const SourceFile& file) {
    SourceFileEntry entry;
    entry.root = root;
    entry.path = file.path;
    entry.size = file.size;
    entry.mtime_ns = file.mtime_ns;
    entry.ctime_ns = file.ctime_ns;
    entry.inode = file.inode;
    return entry;
}

SourceFileEntry entry_without_facts(std::uint32_t root, std::string_view path) {
    SourceFileEntry entry;
    entry.root = root;
    entry.path = path;
    return entry;
}

Origin origin_of(const Roots& roots, std::uint32_t root, std::string_view path) {
    Origin origin;
    origin.root = roots.all[root].path;
    origin.path = path;
    return origin;
}

bool has_ambiguous_date(const Article& article, const DateOptions& options) {
    return !article.date.known() && !article.date.raw.empty() &&
           read_date(article.date.raw, options).problem == DateProblem::ambiguous;
}

}  // namespace

RootReader::RootReader(const IndexOptions& options, const Roots& roots, PreviousRecords& previous,
                       ArticleIntake& intake, RunWatch& watch, const ProblemSink& problems)
    : options_(options),
      roots_(roots),
      previous_(previous),
      intake_(intake),
      watch_(watch),
      problems_(problems) {}

void RootReader::read_all() {
    const std::vector<SourceListing> listings = list_all();
    for (std::uint32_t root = 0; root < listings.size(); ++root) {
        if (!roots_.named[root]) continue;
        if (roots_.all[root].path == standard_input_root) read_standard_input(root);
        for (const SourceProblem& problem : listings[root].unreadable) {
            intake_.begin_file(entry_without_facts(root, problem.path));
            reject(origin_of(roots_, root, problem.path), problem.reason);
            end_file();
        }
        for (const SourceFile& file : listings[root].files) read_file(root, file);
    }
}

// Also tells which records of the run before may still be met.
std::vector<SourceListing> RootReader::list_all() {
    for (const SourceFileEntry& file : previous_.files())
        if (!roots_.named[file.root] || roots_.all[file.root].path == standard_input_root)
            previous_.set_ahead({file.root, file.path}, true);
    std::vector<SourceListing> listings(roots_.all.size());
    for (std::uint32_t root = 0; root < listings.size(); ++root) {
        if (!roots_.named[root] || roots_.all[root].path == standard_input_root) continue;
        listings[root] = list_root(roots_, root, options_.index);
        for (const SourceFile& file : listings[root].files) {
            previous_.set_ahead({root, file.path}, true);
            watch_.expect(file.size);
        }
    }
    return listings;
}

void RootReader::read_file(std::uint32_t root, const SourceFile& file) {
    intake_.begin_file(entry_of(root, file));
    const Origin origin = origin_of(roots_, root, file.path);
    std::unique_ptr<ByteStream> stream;
    try {
        stream = open_source(file);
    } catch (const Error& error) {
        reject(origin, error.what());
    }
    if (stream) read_stream(*stream, origin, file.size);
    end_file();
    watch_.has_finished_file(file.size);
}

void RootReader::read_standard_input(std::uint32_t root) {
    intake_.begin_file(entry_without_facts(root, standard_input_path));
    const Origin origin = origin_of(roots_, root, standard_input_path);
    read_stream(*open_standard_input(), origin, 0);
    end_file();
    watch_.has_finished_file(0);
}

void RootReader::read_stream(ByteStream& stream, const Origin& origin, std::uint64_t size) {
    read_source(stream, origin, options_.reading, [&](ReadEvent&& event) {
        take(std::move(event));
        // The stream counts decompressed bytes, which may be more than the file has.
        watch_.has_read(std::min(stream.offset(), size));
    });
}

void RootReader::reject(const Origin& origin, const std::string& reason) {
    Rejection rejection;
    rejection.origin = origin;
    rejection.reason = reason;
    take(std::move(rejection));
}

void RootReader::end_file() {
    const SourceFileEntry& file = intake_.end_file();
    const SourceFileEntry* before = previous_.file({file.root, file.path});
    const bool is_unchanged = before && before->size == file.size &&
                              before->mtime_ns == file.mtime_ns &&
                              roots_.all[file.root].path != standard_input_root;
    new_rejections_ +=
        file.rejected - (is_unchanged ? std::min(before->rejected, file.rejected) : 0);
}

void RootReader::take(ReadEvent event) {
    if (auto* article = std::get_if<Article>(&event)) {
        watch_.has_read_article();
        const bool is_ambiguous = has_ambiguous_date(*article, options_.reading.dates);
        intake_.take(std::move(*article), is_ambiguous);
        return;
    }
    if (std::holds_alternative<Rejection>(event)) {
        intake_.take_rejection();
        watch_.has_rejected();
    } else if (std::holds_alternative<Skip>(event)) {
        intake_.take_skip();
    }
    problems_(event);
}

}  // namespace dateline
