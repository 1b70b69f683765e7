#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "corpus/article.hpp"
#include "corpus/date.hpp"
#include "corpus/field_map.hpp"

namespace dateline {

/// Bytes that can be read at any place: those of a plain file, or in memory.
struct RandomAccess {
    std::uint64_t size = 0;
    /// Fills the beginning of the span with what stands at `offset` and returns how many bytes; 0
    /// at the end. Throws Error{input_output}.
    std::function<std::size_t(std::uint64_t offset, std::span<char> room)> read;
};

/// Decompressed bytes of one file or member, read from front to back. Implementations: source.hpp.
class ByteStream {
  public:
    virtual ~ByteStream() = default;
    /// The bytes at hand, at least `wanted` of them unless the stream ends before. Valid until the
    /// next call of any member. Throws Error{input_output} where reading or decompressing fails
    /// (truncated archive, with byte offset).
    virtual std::string_view peek(std::size_t wanted) = 0;
    /// Steps over bytes that the last peek returned.
    virtual void skip(std::size_t bytes) = 0;
    /// Decompressed bytes stepped over so far.
    virtual std::uint64_t offset() const = 0;
    /// About how many bytes of the file itself, as it is on disk, that took.
    virtual std::uint64_t source_offset() const { return offset(); }
    /// All bytes of the stream, where they need not be read from front to back; else nullptr.
    virtual const RandomAccess* random_access() const { return nullptr; }
};

/// Something about a record that the user must know.
struct Problem {
    Origin origin;       ///< root, path and member may be empty: the caller fills them in
    std::string format;  ///< name of the reader
    std::string reason;  ///< one clause, no period: "not valid JSON: ..."
};
struct Rejection : Problem {};  ///< a record that could not be read as an article
struct Skip : Problem {};       ///< holds no article by nature
struct Warning : Problem {};    ///< the article is taken, but something in it is not (a date, say)

using ReadEvent = std::variant<Article, Rejection, Skip, Warning>;
using ReadSink = std::function<void(ReadEvent&&)>;

struct ReadOptions {
    DateOptions dates;
    std::uint64_t max_record_bytes = 64ULL << 20;
    FieldMap map;  ///< for JSON and CSV
};

/// One format of news files. Readers hold no state between calls of read, and may serve several
/// threads.
class ArticleReader {
  public:
    virtual ~ArticleReader() = default;
    /// Reads records up to the end of the stream. Calls `sink` for each, in file order; Warnings of
    /// an article come right before it. One bad record never stops the rest, where the format lets
    /// the next one be found. Sets offset, line and record of origins only.
    virtual void read(ByteStream& stream, const ReadOptions& options,
                      const ReadSink& sink) const = 0;
};

/// One row a format. The first row whose `recognises` says yes reads the file; plain text is last
/// and takes any text.
struct Format {
    std::string_view name;   ///< "json lines"
    std::string_view about;  ///< for help
    /// `head`: the first 64 KiB (less where the file is shorter), decompressed. Told from content,
    /// never from the file name.
    bool (*recognises)(std::string_view head);
    const ArticleReader& (*reader)();
};

std::span<const Format> formats();
/// nullptr where no format takes it (binary data).
const Format* recognise_format(std::string_view head);

}  // namespace dateline
