#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// One record of a source file that became an article, as the last run that read it saw it.
struct SourceRecord {
    std::string base_id;  ///< article_id() of the record
    std::string id;  ///< in the index: base_id, or base_id~2, ~3, ... where two articles claim it
    std::uint64_t content_hash = 0;  ///< content_hash() of the record as it was read
    bool superseded = false;  ///< a newer version, of the same id, is in the index in its place
    bool operator==(const SourceRecord&) const = default;
};

/// One file (not member) under a root.
struct SourceFileEntry {
    std::uint32_t root = 0;  ///< index into Manifest::roots
    std::string path;        ///< relative to the root
    std::uint64_t size = 0;
    std::int64_t mtime_ns = 0;
    std::int64_t ctime_ns = 0;
    std::uint64_t inode = 0;
    std::vector<SourceRecord> records;  ///< in reading order
    std::uint64_t skipped = 0;
    std::uint64_t rejected = 0;
    bool operator==(const SourceFileEntry&) const = default;
};

/// The file `sources-N`: only index and check open it. Binary with a checksum; throws Error{index}
/// where damaged.
std::string encode_sources(const std::vector<SourceFileEntry>& files);
std::vector<SourceFileEntry> decode_sources(std::string_view bytes,
                                            const std::filesystem::path& file);

}  // namespace dateline
