#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "corpus/ignore_rules.hpp"
#include "corpus/reader.hpp"

namespace dateline {

/// A regular file below a root.
struct SourceFile {
    /// Absolute, and one for all files of a listing, of which there may be millions: the root, or
    /// the folder of a root that is a file. Null: the working directory.
    std::shared_ptr<const std::filesystem::path> folder;
    std::string path;        ///< relative to folder
    std::uint64_t size = 0;  ///< bytes on disk
    std::int64_t mtime_ns = 0;
    std::int64_t ctime_ns = 0;
    std::uint64_t inode = 0;

    std::filesystem::path whole_path() const {
        return folder ? *folder / path : std::filesystem::path(path);
    }
};

/// What a walk met and did not take, with the reason ("not a regular file", "permission denied").
struct SourceProblem {
    std::string path;
    std::string reason;
};

/// A symbolic link below a root to a file or folder that the walk does not come to: outside of the
/// root, or hidden in it.
struct SourceLink {
    std::string path;
    std::filesystem::path target;  ///< absolute, itself no link
};

struct SourceListing {
    std::vector<SourceFile> files;  ///< sorted by path, byte order
    std::vector<SourceProblem> unreadable;
    std::vector<SourceLink> links;  ///< sorted by path, byte order
};

/// A folder's own list of what is not to be read: lines of IgnoreRules, at most 1 MiB, no link.
inline constexpr const char* ignore_file = ".datelineignore";

/// All files under `root` (a file or folder). Hidden files and folders (below root), symlinks,
/// devices, pipes and folders more than 1000 deep are passed over, and so is what `ignored`, or
/// else a folder's ignore_file, names; `excluded` (the index itself) is never entered. Throws
/// Error{input_output} where root does not exist or cannot be read.
SourceListing list_sources(const std::filesystem::path& root, const std::filesystem::path& excluded,
                           const IgnoreRules& ignored = {});

/// The file's bytes, gzip, zstd, xz and bzip2 undone (told from content). Throws
/// Error{input_output}.
std::unique_ptr<ByteStream> open_source(const SourceFile& file);

/// A file being read, with what its bytes on disk show.
class WatchedSource {
  public:
    /// As open_source. `meanwhile` is called before each block is read: a file may be long, and one
    /// record all of it. What it throws ends the reading.
    explicit WatchedSource(const SourceFile& file, std::function<void()> meanwhile = {});
    ~WatchedSource();
    WatchedSource(const WatchedSource&) = delete;
    WatchedSource& operator=(const WatchedSource&) = delete;

    ByteStream& stream();
    /// The system could not give all bytes, so that what was read says nothing about the file.
    bool has_failed() const;
    /// hash_source() of the file, when the stream has been read as far as its reader wanted; 0
    /// where much of the file was not read, or not at all.
    std::uint64_t bytes_hash();

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// XXH3 of the file's bytes, never 0. Throws Error{input_output}.
std::uint64_t hash_source(const SourceFile& file);

/// Standard input, treated alike.
std::unique_ptr<ByteStream> open_standard_input(std::function<void()> meanwhile = {});
/// Bytes in memory, which must outlive the stream; for tests and members.
std::unique_ptr<ByteStream> open_bytes(std::string_view bytes);

/// Recognises the format and reads the whole stream; fills root and path into each event's origin.
/// UTF-16 and UTF-32 are read as UTF-8; the members of a tar or zip archive one after the other,
/// each with its path as the origin's member ("outer.zip/inner.txt" in an archive in an archive;
/// one in that is rejected), hidden ones and folders passed over. More zeros than a record may have
/// bytes are not read to their end. Failures to read or recognise
/// come as one Rejection, never as an exception. Returns the format's name, of an archive those of
/// its members ("tar of json lines, plain text"), or "empty" (0 bytes: a Skip), "unknown".
std::string read_source(ByteStream& stream, const Origin& where, const ReadOptions& options,
                        const ReadSink& sink);

}  // namespace dateline
