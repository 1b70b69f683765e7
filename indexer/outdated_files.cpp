#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include "corpus/current_file.hpp"
#include "corpus/error.hpp"
#include "corpus/mapped_file.hpp"
#include "corpus/numbered_files.hpp"
#include "indexer/checkpoint.hpp"
#include "indexer/manifest_files.hpp"
#include "indexer/publication.hpp"

namespace dateline {

namespace {

namespace fs = std::filesystem;

using Names = std::set<std::string>;

// nullopt where not all of them can be seen.
std::optional<Names> names_in(const fs::path& index) {
    Names names;
    std::error_code failure;
    for (fs::directory_iterator entry(index, failure), end; !failure && entry != end;
         entry.increment(failure))
        names.insert(entry->path().filename().string());
    return failure ? std::nullopt : std::optional(std::move(names));
}

std::optional<std::uint64_t> number_after(std::string_view kind, std::string_view name) {
    if (!name.starts_with(kind)) return std::nullopt;
    name.remove_prefix(kind.size());
    std::uint64_t number = 0;
    const auto [end, failure] = std::from_chars(name.data(), name.data() + name.size(), number);
    if (failure != std::errc{} || end != name.data() + name.size()) return std::nullopt;
    return number;
}

std::optional<std::uint64_t> manifest_number(std::string_view name) {
    return number_after(manifest_kind, name);
}

// Numbers of the manifests up to the one in force; higher ones are of writers that died.
std::vector<std::uint64_t> published_manifests(const Names& names, std::uint64_t current) {
    std::vector<std::uint64_t> numbers;
    for (const std::string& name : names)
        if (const auto number = manifest_number(name); number && *number <= current)
            numbers.push_back(*number);
    std::ranges::sort(numbers);
    return numbers;
}

fs::path manifest_path(const fs::path& index, std::uint64_t number) {
    return index / fmt::format("manifest-{}", number);
}

// A manifest is out of force from the moment when the next one is written.
bool is_long_out_of_force(const fs::path& next) {
    std::error_code failure;
    const fs::file_time_type since = fs::last_write_time(next, failure);
    return failure ||
           fs::file_time_type::clock::now() - since > std::chrono::seconds(grace_seconds);
}

// Manifests below `first` hold what was withdrawn.
std::vector<std::uint64_t> manifests_to_keep(const fs::path& index, const Names& names,
                                             std::uint64_t current, std::uint64_t first) {
    const std::vector<std::uint64_t> numbers = published_manifests(names, current);
    std::vector<std::uint64_t> kept;
    for (std::size_t i = 0; i < numbers.size(); ++i)
        if ((i + kept_manifests >= numbers.size() && numbers[i] >= first) ||
            !is_long_out_of_force(manifest_path(index, numbers[i + 1])))
            kept.push_back(numbers[i]);
    return kept;
}

// Throws where it cannot be known what the manifest names: the disk, not the file is at fault.
void add_names_of(const fs::path& file, Names& names) {
    names.insert(file.filename().string());
    std::error_code failure;
    if (!fs::is_regular_file(file, failure))
        throw Error(ErrorKind::input_output, fmt::format("{} is no file", file.string()));
    try {
        const Manifest manifest = decode_manifest(MappedFile(file).bytes(), file);
        for (std::string& name : files_of(manifest)) names.insert(std::move(name));
    } catch (const Error& error) {
        // An old manifest that is damaged cannot be put in force again, and keeps nothing.
        if (error.kind() != ErrorKind::index) throw;
    }
}

// What the manifests to keep name; nullopt where that cannot be read.
std::optional<Names> needed_names(const fs::path& index, const Names& names,
                                  std::uint64_t current) {
    Names needed;
    try {
        if (current > 0) {
            const fs::path file = manifest_path(index, current);
            const Manifest in_force = decode_manifest(MappedFile(file).bytes(), file);
            for (const std::uint64_t number :
                 manifests_to_keep(index, names, current, in_force.restorable_from))
                add_names_of(manifest_path(index, number), needed);
        }
    } catch (const Error&) {
        return std::nullopt;
    }
    return needed;
}

bool is_of_an_index(std::string_view name) {
    return name.starts_with("segment-") || name.starts_with("dictionary-") ||
           name.starts_with("tombstones-") || name.starts_with("copies-") ||
           name.starts_with("sources-") || name.starts_with("manifest-") || name == "CURRENT.new" ||
           name.starts_with("CHECKPOINT");
}

}  // namespace

void remove_outdated(const fs::path& index, std::uint64_t current, bool keeps_later_sources) {
    const std::optional<Names> listed = names_in(index);
    if (!listed) return;
    const Names& names = *listed;
    // A disk that fails for a moment must not cost what is in force.
    std::optional<Names> wanted = needed_names(index, names, current);
    if (!wanted) return;
    Names& needed = *wanted;
    if (const auto checkpoint = read_checkpoint(index, current)) {
        needed.insert("CHECKPOINT");
        for (std::string& name : files_of(checkpoint->manifest)) needed.insert(std::move(name));
    }
    if (keeps_later_sources)
        for (const std::string& name : names)
            if (number_after(sources_kind, name).value_or(0) > current) needed.insert(name);
    // Manifests go first: one must never name what is gone.
    const auto remove = [&](bool manifests) {
        std::error_code ignored;
        for (const std::string& name : names)
            if (is_of_an_index(name) && !needed.contains(name) &&
                manifest_number(name).has_value() == manifests)
                fs::remove_all(index / name, ignored);
    };
    remove(true);
    remove(false);
}

}  // namespace dateline
