#include "indexer/publication.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>
#include <utility>

#include "corpus/current_file.hpp"
#include "corpus/error.hpp"
#include "corpus/file_marks.hpp"
#include "corpus/mapped_file.hpp"
#include "indexer/durable_file.hpp"
#include "indexer/utc_time.hpp"

namespace dateline {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view current = "CURRENT";

// What a file is before it takes the place of the one that is there.
fs::path next_file(const fs::path& index, std::string_view name) {
    return index / fmt::format("{}.new", name);
}

}  // namespace

Publication::Publication(fs::path index, std::uint64_t next_number)
    : index_(std::move(index)), next_number_(next_number) {}

Publication::~Publication() {
    std::error_code ignored;
    for (const fs::path& path : unpublished_) fs::remove_all(path, ignored);
}

fs::path Publication::new_segment() {
    return unpublished_.emplace_back(index_ / fmt::format("segment-{}", next_number_++));
}

std::string Publication::write_file(std::string_view kind, std::string_view bytes) {
    const fs::path file =
        unpublished_.emplace_back(index_ / fmt::format("{}-{}", kind, next_number_++));
    write_durably(file, bytes);
    return file.filename().string();
}

void Publication::discard(const fs::path& segment) {
    if (std::erase(unpublished_, segment) == 0) return;
    std::error_code ignored;
    fs::remove_all(segment, ignored);
}

void Publication::publish(Manifest manifest, std::string_view sources) {
    ++manifest.number;
    manifest.sources = fmt::format("sources-{}", manifest.number);
    manifest.next_segment = next_number_;
    manifest.published = utc_now();
    write_durably(unpublished_.emplace_back(index_ / manifest.sources), sources);
    manifest.marks = marks_of_files(index_, manifest);
    const std::string name = fmt::format("manifest-{}", manifest.number);
    write_durably(unpublished_.emplace_back(index_ / name), encode_manifest(manifest));
    unpublished_.push_back(next_file(index_, current));
    put_in_force(index_, name);
    unpublished_.clear();
    sync_to_disk(index_);
}

void put_in_force(const fs::path& index, const std::string& manifest_name) {
    const MappedFile manifest(index / manifest_name);
    replace_durably(index, current, encode_current(manifest_name, manifest.bytes()));
}

void replace_durably(const fs::path& index, std::string_view name, std::string_view bytes) {
    const fs::path file = index / name;
    const fs::path next = next_file(index, name);
    write_durably(next, bytes);
    sync_to_disk(index);
    std::error_code failure;
    fs::rename(next, file, failure);
    if (!failure) return;
    std::error_code unknown;
    throw Error(ErrorKind::input_output,
                fmt::format("cannot replace {}: {}", file.string(), failure.message()),
                fs::is_directory(file, unknown) ? "it is no file: remove it, and try again" : "");
}

}  // namespace dateline
