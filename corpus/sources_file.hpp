#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/article.hpp"

namespace dateline {

/// Whether a record's article is in the index, and why not.
enum class RecordState : std::uint8_t {
    indexed,
    superseded,  ///< a newer version, of the same id, is in its place
    duplicate,   ///< an equal article of another id is in its place: SourceRecord::kept_id
    withdrawn,   ///< by the user; such an id never comes back
    lost,        ///< damaged in the index, or equal to what was: its file is to be read again
};

/// When an article is from, as far as it decides which of two versions is newer: the greater one.
struct VersionDate {
    bool is_dated = false;
    Day day = 0;               ///< 0 where undated
    std::int64_t instant = 0;  ///< 0 where undated
    auto operator<=>(const VersionDate&) const = default;
};

/// One record of a source file that is an article, as the last run that read it saw it.
struct SourceRecord {
    std::string id;  ///< in the index: base_id(), or with ~2, ~3, ... where two articles claim that
    std::uint32_t suffix_bytes = 0;  ///< of the id: what follows base_id() in it
    std::uint64_t content_hash = 0;  ///< content_hash() of the record as it was read
    RecordState state = RecordState::indexed;
    std::string kept_id{};  ///< of a duplicate: the id of the article that is in the index
    VersionDate date{};
    DuplicateKey duplicate_key{};

    /// article_id() of the record; a view of `id`.
    std::string_view base_id() const {
        return std::string_view(id).substr(0, id.size() - suffix_bytes);
    }
    bool operator==(const SourceRecord&) const = default;
};

enum class ProblemOutcome : std::uint8_t { skipped, rejected, warning };

/// "skipped", "rejected", "warning".
std::string_view outcome_name(ProblemOutcome outcome);

/// What a run had to say about a place in a source file: Rejection, Skip or Warning of reader.hpp.
struct RecordProblem {
    ProblemOutcome outcome = ProblemOutcome::rejected;
    std::string member;  ///< of a container, else empty
    std::uint64_t offset = 0;
    std::uint64_t line = 0;
    std::string format;
    std::string reason;
    bool operator==(const RecordProblem&) const = default;
};

/// One file (not member) under a root.
struct SourceFileEntry {
    std::uint32_t root = 0;  ///< index into Manifest::roots
    std::string path;        ///< relative to the root
    std::uint64_t size = 0;
    std::int64_t mtime_ns = 0;
    std::int64_t ctime_ns = 0;
    std::uint64_t inode = 0;
    bool is_fresh = false;  ///< it was modified so shortly before it was read that the facts above
                            ///< may be those of the next content as well
    std::uint64_t bytes_hash = 0;       ///< XXH3 of the bytes on disk; 0: not all of them were read
    std::uint64_t reading_hash = 0;     ///< of the options by which it was read
    std::string format;                 ///< what the file was taken for
    std::vector<SourceRecord> records;  ///< in reading order
    std::vector<RecordProblem> problems;
    bool operator==(const SourceFileEntry&) const = default;
};

std::uint64_t count_problems(const SourceFileEntry& file, ProblemOutcome outcome);

/// An id that the user took out for good.
struct Withdrawal {
    std::string id;
    std::string reason;  ///< may be empty
    bool operator==(const Withdrawal&) const = default;
};

/// All that is remembered of what was read.
struct Sources {
    std::vector<SourceFileEntry> files;   ///< sorted by root and path
    std::vector<Withdrawal> withdrawals;  ///< sorted by id
    bool operator==(const Sources&) const = default;
};

/// The file `sources-N`: only index and check open it. Binary with a checksum; throws Error{index}
/// where damaged.
std::string encode_sources(const Sources& sources);
Sources decode_sources(std::string_view bytes, const std::filesystem::path& file);

}  // namespace dateline
