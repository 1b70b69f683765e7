#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <string>
#include <string_view>
#include <system_error>

#include "corpus/bytes.hpp"
#include "corpus/current_file.hpp"
#include "corpus/error.hpp"
#include "corpus/first_manifest.hpp"
#include "corpus/manifest.hpp"
#include "corpus/mapped_file.hpp"
#include "corpus/shell_word.hpp"

namespace dateline {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void throw_something_else(const fs::path& index, std::string_view what) {
    throw Error(ErrorKind::index, fmt::format("{} is {}, not an index", index.string(), what),
                "name a folder of its own for the index: --index DIR");
}

[[noreturn]] void throw_unreadable(const fs::path& index, std::error_code failure) {
    throw Error(ErrorKind::input_output,
                fmt::format("cannot read {}: {}", index.string(), failure.message()));
}

// What a writer leaves that died before its first publication.
bool is_left_by_a_writer(const std::string& name) {
    constexpr std::array<std::string_view, 6> kinds{"segment-",    "manifest-",   "sources-",
                                                    "dictionary-", "tombstones-", "copies-"};
    return name == "lock" || name == "CURRENT.new" || name.starts_with("CHECKPOINT") ||
           std::ranges::any_of(kinds,
                               [&](std::string_view kind) { return name.starts_with(kind); });
}

// True where `index` could become an index. Throws where it is something else.
bool is_vacant(const fs::path& index) {
    std::error_code failure;
    const fs::file_status status = fs::status(index, failure);
    if (status.type() == fs::file_type::not_found) return true;
    if (!failure && !fs::is_directory(status)) throw_something_else(index, "a file");
    const fs::path current = index / "CURRENT";
    const bool has_current = !failure && fs::exists(current, failure);
    if (!failure && has_current) return false;
    if (fs::is_symlink(fs::symlink_status(current, failure)))
        throw_damaged(current.string(), "it is a link that leads nowhere");
    for (fs::directory_iterator entry(index, failure), end; !failure && entry != end;
         entry.increment(failure)) {
        const std::string name = entry->path().filename().string();
        if (!is_left_by_a_writer(name)) throw_something_else(index, "a folder of other things");
        if (name.starts_with(manifest_kind) && name != first_manifest_name)
            throw_damaged((index / "CURRENT").string(), "it is missing");
    }
    if (failure) throw_unreadable(index, failure);
    if (lone_first_manifest(index)) throw_damaged((index / "CURRENT").string(), "it is missing");
    return true;
}

}  // namespace

std::optional<Manifest> read_current_manifest(const fs::path& index) {
    // A writer may publish and tidy up between the two reads.
    constexpr int attempts = 5;
    std::string_view problem;
    for (int attempt = 0; attempt < attempts; ++attempt) {
        if (is_vacant(index)) return std::nullopt;
        const fs::path current = index / "CURRENT";
        const MappedFile bytes(current);
        const std::string name = decode_current(bytes.bytes(), current);
        const fs::path file = index / name;
        std::error_code failure;
        problem = "the manifest that it names is missing";
        if (fs::symlink_status(file, failure).type() == fs::file_type::not_found) continue;
        const MappedFile manifest(file);
        Manifest read = decode_manifest(manifest.bytes(), file);
        if (bytes.bytes() == encode_current(name, manifest.bytes())) return read;
        problem = "it was written with another manifest than the one that it names";
    }
    throw_damaged((index / "CURRENT").string(), problem);
}

std::vector<Manifest> earlier_manifests(const fs::path& index, const Manifest& in_force) {
    std::vector<Manifest> manifests;
    std::error_code failure;
    for (fs::directory_iterator entry(index, failure), end; !failure && entry != end;
         entry.increment(failure)) {
        if (!entry->path().filename().string().starts_with(manifest_kind)) continue;
        try {
            Manifest manifest = decode_manifest(MappedFile(entry->path()).bytes(), entry->path());
            if (manifest.number < in_force.number && manifest.number >= in_force.restorable_from)
                manifests.push_back(std::move(manifest));
        } catch (const Error& error) {
            // What is damaged cannot be put in force again.
            if (error.kind() != ErrorKind::index) throw;
        }
    }
    if (failure) throw_unreadable(index, failure);
    std::ranges::sort(manifests, std::greater{}, &Manifest::number);
    return manifests;
}

Manifest require_manifest(const fs::path& index) {
    std::optional<Manifest> manifest = read_current_manifest(index);
    if (manifest) return *std::move(manifest);
    require_no_lost_state(index);
    throw Error(
        ErrorKind::index, fmt::format("there is no index at {}", index.string()),
        fmt::format("make one: dateline --index {} index PATH...", shell_word(index.string())));
}

}  // namespace dateline
