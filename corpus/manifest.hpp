#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "corpus/date.hpp"

namespace dateline {

/// One immutable Xapian database with its flat files.
struct SegmentInfo {
    std::string name;  ///< of its folder: "segment-N"
    std::uint64_t articles = 0;
    std::uint64_t passages = 0;
    std::uint64_t text_bytes = 0;  ///< UTF-8 bytes of headlines and bodies
    std::uint64_t dated = 0;
    Day first_day = 0;  ///< both meaningless when dated is 0
    Day last_day = 0;
    std::vector<std::pair<std::string, std::uint64_t>>
        languages;           ///< code, articles; sorted by code
    std::string tombstones;  ///< file name "tombstones-N", or empty where all its articles are in
                             ///< the index; the numbers above are of those that are

    bool operator==(const SegmentInfo&) const = default;
};

/// A PATH that was indexed, remembered so that `index` without PATH finds it again.
struct RootInfo {
    std::string path;      ///< absolute; "-" for standard input
    std::string last_run;  ///< ISO 8601, UTC
    std::string outcome;   ///< the run's last line
    bool operator==(const RootInfo&) const = default;
};

/// All that a search needs to know of an index before it opens segments.
struct Manifest {
    std::uint64_t number = 0;   ///< N of manifest-N
    std::string published;      ///< ISO 8601, UTC
    std::string analysis;       ///< analysis_version() of every segment
    std::uint32_t scoring = 0;  ///< scoring_version of every segment
    std::string dictionary;     ///< file name, or empty
    std::string sources;        ///< file name "sources-N"
    std::string copies;         ///< file name "copies-N", or empty
    std::uint64_t next_segment =
        1;  ///< the next free N of segment-N, dictionary-N, tombstones-N, copies-N
    std::uint64_t restorable_from = 0;  ///< earlier manifests are never put in force again: they
                                        ///< name what was withdrawn since
    std::vector<SegmentInfo> segments;
    std::vector<RootInfo> roots;
    /// Of each file and segment that it names, by that name: what tells it from others of its kind
    /// that are whole as well (file_marks.hpp). Made when the manifest is published.
    std::map<std::string, std::uint64_t> marks;

    bool operator==(const Manifest&) const = default;
};

/// JSON, with a last line that holds the XXH3 checksum of what comes before it.
std::string encode_manifest(const Manifest& manifest);
/// Throws Error{index} for damage, for a `file` named manifest-N of another number, and for another
/// format version (the message names both versions and `index --rebuild`'s equivalent).
Manifest decode_manifest(std::string_view bytes, const std::filesystem::path& file);

/// The manifest in force. nullopt where `index` does not exist or is an empty folder; Error{index}
/// where it is something else than an index (a file, a folder of other things) or damaged.
std::optional<Manifest> read_current_manifest(const std::filesystem::path& index);

/// The manifests of earlier states that `index` can put in force again, as far as their files can
/// be read; newest first.
std::vector<Manifest> earlier_manifests(const std::filesystem::path& index,
                                        const Manifest& in_force);

/// The index that reading commands need: throws Error{index} "no index at ..." with the command
/// that makes one.
Manifest require_manifest(const std::filesystem::path& index);

}  // namespace dateline
