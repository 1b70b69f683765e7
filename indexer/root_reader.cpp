#include "indexer/root_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <utility>
#include <variant>

#include "corpus/article_completion.hpp"
#include "corpus/error.hpp"

namespace dateline {

namespace {

// What standard input is called among the files of its root.
constexpr std::string_view standard_input_path = "stdin";

SourceFileEntry entry_without_facts(std::uint32_t root, std::string_view path) {
    SourceFileEntry entry;
    entry.root = root;
    entry.path = path;
    return entry;
}

SourceFileEntry with_facts(SourceFileEntry entry, const ScannedFile& file) {
    entry.size = file.source.size;
    entry.mtime_ns = file.source.mtime_ns;
    entry.ctime_ns = file.source.ctime_ns;
    entry.inode = file.source.inode;
    entry.is_fresh = file.is_fresh;
    entry.bytes_hash = file.bytes_hash;
    return entry;
}

SourceFileEntry without_facts(SourceFileEntry entry) {
    return with_facts(std::move(entry), ScannedFile{});
}

bool has_ambiguous_date(const Article& article, const DateOptions& options) {
    return !article.date.known() && !article.date.raw.empty() &&
           read_date(article.date.raw, options).problem == DateProblem::ambiguous;
}

}  // namespace

void repeat_problems(const Roots& roots, const SourceFileEntry& file, const ProblemSink& problems) {
    for (const RecordProblem& problem : file.problems)
        problems({roots.all[file.root].path, file.path, problem, "", true});
}

RootReader::RootReader(const IndexOptions& options, const Roots& roots, PreviousRecords& previous,
                       ArticleIntake& intake, RunWatch& watch, const ProblemSink& problems)
    : options_(options),
      roots_(roots),
      previous_(previous),
      intake_(intake),
      watch_(watch),
      problems_(problems),
      reading_hash_(reading_hash(options)) {}

void RootReader::read_all(const SourceScan& scan) {
    set_files_ahead(scan);
    for (std::uint32_t root = 0; root < roots_.all.size(); ++root) {
        if (!roots_.named[root]) {
            replay_root(root);
        } else if (roots_.is_forgotten(root)) {
            continue;
        } else if (roots_.all[root].path == standard_input_root) {
            read_standard_input(root);
        } else {
            for (const ScannedFile& file : scan.roots[root]) take_file(root, file);
        }
    }
    if (intake_.options().keeps_vanished) intake_.keep_vanished(roots_);
}

// Which records of the run before may still be met.
void RootReader::set_files_ahead(const SourceScan& scan) {
    for (const SourceFileEntry& file : previous_.files())
        if (intake_.options().keeps_vanished || !roots_.named[file.root] ||
            roots_.all[file.root].path == standard_input_root)
            previous_.set_ahead({file.root, file.path}, true);
    for (std::uint32_t root = 0; root < scan.roots.size(); ++root)
        for (const ScannedFile& file : scan.roots[root])
            if (file.before) previous_.set_ahead({root, file.source.path}, true);
}

void RootReader::replay_root(std::uint32_t root) {
    for (const SourceFileEntry& file : previous_.files())
        if (file.root == root) intake_.replay(file);
}

void RootReader::take_file(std::uint32_t root, const ScannedFile& file) {
    watch_.check();
    switch (file.task) {
        case FileTask::replay:
            return replay_file(file);
        case FileTask::read:
            return read_file(root, file);
        case FileTask::refuse:
            intake_.begin_file(entry_without_facts(root, file.source.path));
            refuse(file.problem);
            intake_.end_file();
            return;
    }
}

void RootReader::replay_file(const ScannedFile& file) {
    repeat_problems(roots_, *file.before, problems_);
    intake_.replay(with_facts(*file.before, file));
}

void RootReader::read_file(std::uint32_t root, const ScannedFile& file) {
    intake_.begin_file(with_facts(entry_without_facts(root, file.source.path), file));
    std::optional<WatchedSource> source;
    try {
        source.emplace(file.source, [this] { watch_.check(); });
    } catch (const Error& error) {
        refuse(error.what());
    }
    if (source) read_opened(*source, root, file);
    intake_.end_file();
    watch_.has_finished_file(file.source.size);
}

void RootReader::read_opened(WatchedSource& source, std::uint32_t root, const ScannedFile& file) {
    std::string format = read_stream(source.stream(), root, file.source.path, file.source.size);
    if (source.has_failed()) return refuse("it cannot be read to its end");
    SourceFileEntry& entry = intake_.files().back();
    entry.format = std::move(format);
    entry.bytes_hash = source.bytes_hash();
    entry.reading_hash = reading_hash_;
}

void RootReader::read_standard_input(std::uint32_t root) {
    intake_.begin_file(entry_without_facts(root, standard_input_path));
    intake_.files().back().format =
        read_stream(*open_standard_input([this] { watch_.check(); }), root, standard_input_path, 0);
    intake_.keep_earlier_input();
    intake_.end_file();
    watch_.has_finished_file(0);
}

// Returns the name of the format.
std::string RootReader::read_stream(ByteStream& stream, std::uint32_t root, std::string_view path,
                                    std::uint64_t size) {
    Origin origin;
    origin.root = roots_.all[root].path;
    origin.path = path;
    return read_source(stream, origin, options_.reading, [&](ReadEvent&& event) {
        take(std::move(event));
        watch_.has_read(std::min(stream.source_offset(), size));
    });
}

// The file counts as rejected. While it exists, what the index has of it is not given up for an
// error that may pass.
void RootReader::refuse(const std::string& reason) {
    SourceFileEntry& entry = intake_.files().back();
    const std::filesystem::path root = roots_.all[entry.root].path;
    std::error_code failure;
    const bool is_gone = std::filesystem::symlink_status(root / entry.path, failure).type() ==
                             std::filesystem::file_type::not_found &&
                         root.filename() != entry.path;
    Rejection rejection;
    rejection.reason = reason;
    const SourceFileEntry* before = previous_.file({entry.root, entry.path});
    if (!is_gone && before && !before->records.empty())
        rejection.reason += "; its articles stay in the index as they were";
    take(std::move(rejection));
    intake_.files().back() = without_facts(std::move(intake_.files().back()));
    if (!is_gone) intake_.keep_rest_of_file();
}

void RootReader::take(ReadEvent event) {
    if (auto* article = std::get_if<Article>(&event)) {
        watch_.has_read_article();
        const DateOptions& dates = options_.reading.dates;
        Article completed =
            complete_article(with_defaults(std::move(*article), options_.defaults), dates);
        const bool is_ambiguous = has_ambiguous_date(completed, dates);
        return intake_.take(std::move(completed), is_ambiguous);
    }
    if (const auto* skip = std::get_if<Skip>(&event)) take(ProblemOutcome::skipped, *skip);
    if (const auto* warning = std::get_if<Warning>(&event)) take(ProblemOutcome::warning, *warning);
    if (const auto* rejection = std::get_if<Rejection>(&event)) {
        watch_.has_rejected();
        take(ProblemOutcome::rejected, *rejection);
    }
}

void RootReader::take(ProblemOutcome outcome, const Problem& problem) {
    const SourceFileEntry& file = intake_.files().back();
    RecordProblem record{
        outcome,        problem.origin.member, problem.origin.offset, problem.origin.line,
        problem.format, problem.reason};
    problems_({roots_.all[file.root].path, file.path, record, "", false});
    intake_.take(std::move(record));
}

}  // namespace dateline
