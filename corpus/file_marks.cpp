#include "corpus/file_marks.hpp"

#include <fmt/format.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <system_error>

#include "corpus/access_error.hpp"
#include "corpus/bytes.hpp"
#include "corpus/mapped_file.hpp"
#include "corpus/table_checksums.hpp"

namespace dateline {

namespace {

namespace fs = std::filesystem;

// Of either end. The list of the tables' checksums is shorter.
constexpr std::size_t end_bytes = 4096;

std::uint64_t mark_of_file(const fs::path& file) {
    const MappedFile mapped(file);
    const std::string_view bytes = mapped.bytes();
    const std::string_view begin = bytes.substr(0, end_bytes);
    const std::string_view end = bytes.substr(bytes.size() - std::min(bytes.size(), end_bytes));
    return XXH3_64bits_withSeed(end.data(), end.size(),
                                XXH3_64bits_withSeed(begin.data(), begin.size(), bytes.size()));
}

// Xapian's tables have their checksums in the first of them. What else lies in the folder, a file
// manager's notes or a lock, is not the segment's.
constexpr std::array<std::string_view, 9> flat_files{
    table_checksums_file, "articles", "forms", "frequencies", "pairs",
    "sketches",           "terms",    "text",  "words"};

[[noreturn]] void throw_unreadable(const fs::path& segment, std::error_code failure) {
    const std::string message =
        fmt::format("cannot read {}: {}", segment.string(), failure.message());
    if (std::ranges::find(refusals, failure.value()) != refusals.end()) throw AccessError(message);
    throw Error(ErrorKind::input_output, message);
}

std::uint64_t mark_of_segment(const fs::path& segment) {
    std::set<std::string> names;
    std::error_code failure;
    for (fs::directory_iterator file(segment, failure), end; !failure && file != end;
         file.increment(failure))
        if (std::string name = file->path().filename().string();
            std::ranges::find(flat_files, name) != flat_files.end())
            names.insert(std::move(name));
    if (failure) throw_unreadable(segment, failure);
    ByteWriter marks;
    for (const std::string& name : names) {
        marks.string(name);
        marks.fixed64(mark_of_file(segment / name));
    }
    return XXH3_64bits(marks.bytes().data(), marks.size());
}

}  // namespace

std::vector<std::string> files_of(const Manifest& manifest) {
    std::vector<std::string> files{manifest.sources, manifest.dictionary, manifest.copies};
    for (const SegmentInfo& segment : manifest.segments) {
        files.push_back(segment.name);
        files.push_back(segment.tombstones);
    }
    std::erase(files, "");
    return files;
}

std::uint64_t mark_of(const fs::path& file_or_segment) {
    std::error_code failure;
    return fs::is_directory(file_or_segment, failure) ? mark_of_segment(file_or_segment)
                                                      : mark_of_file(file_or_segment);
}

std::map<std::string, std::uint64_t> marks_of_files(const fs::path& index,
                                                    const Manifest& manifest) {
    std::map<std::string, std::uint64_t> marks;
    for (const std::string& name : files_of(manifest)) marks[name] = mark_of(index / name);
    return marks;
}

void require_published(const fs::path& index, const Manifest& manifest, const std::string& name) {
    const auto mark = manifest.marks.find(name);
    if (mark == manifest.marks.end() || mark->second != mark_of(index / name))
        throw_damaged((index / name).string(),
                      fmt::format("it is not what was published as state {}", manifest.number));
}

}  // namespace dateline
