#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/formats/json_scanner.hpp"
#include "corpus/reader.hpp"

namespace dateline {

struct JsonRecord {
    std::string_view bytes;          ///< valid until the next call of any member of its maker
    std::size_t readable_bytes = 0;  ///< from the beginning of `bytes`: what follows is at hand too
    Origin origin;                   ///< offset, line and record
    std::string problem;             ///< empty, or why there are no bytes
};

/// The stream, with the numbers of lines and records.
class JsonCursor {
  public:
    explicit JsonCursor(ByteStream& stream);
    ByteStream& stream() { return stream_; }
    void skip(std::size_t bytes);
    /// Of the stream's next byte, as the record after the last one.
    Origin origin() const;
    /// The next `size` bytes as the next record. It has number 0 where it `may_be_alone` and
    /// nothing else is in the file.
    JsonRecord take(std::size_t size, bool may_be_alone);
    JsonRecord give_up(std::string problem);

  private:
    bool ends_after(std::size_t size);

    ByteStream& stream_;
    std::uint64_t line_ = 1;
    std::uint32_t records_ = 0;
};

/// Records of JsonLayout::lines. Keeps one of them in memory, none over the limit.
class JsonLines {
  public:
    JsonLines(ByteStream& stream, std::uint64_t max_record_bytes);
    /// nullopt at the end. Throws Error where the stream does, after all whole records before.
    std::optional<JsonRecord> next();
    Origin origin() const { return cursor_.origin(); }
    /// The last record is not JSON. False where the next one cannot be found: then the rest of the
    /// file is passed over.
    bool recover() { return true; }

  private:
    JsonRecord pass_over_large();

    JsonCursor cursor_;
    std::uint64_t max_record_bytes_;
    std::size_t last_bytes_ = 0;
};

/// Records of JsonLayout::values; members as in JsonLines.
class JsonValues {
  public:
    JsonValues(ByteStream& stream, std::uint64_t max_record_bytes);
    std::optional<JsonRecord> next();
    Origin origin() const { return cursor_.origin(); }
    /// The next record is looked for at the next line that begins as the broken one did, where that
    /// began a line: JSON has no newlines in strings, and what is nested is indented deeper.
    bool recover();

  private:
    bool skip_separators();
    JsonRecord take_value();
    JsonRecord take_scalar();
    JsonRecord give_up_value(std::string problem);
    JsonRecord pass_over_large(JsonScanner scanner, std::size_t scanned);
    bool find_line_like_last();

    JsonCursor cursor_;
    std::uint64_t max_record_bytes_;
    std::size_t last_bytes_ = 0;
    std::size_t open_arrays_ = 0;
    bool has_array_ = false;
    std::optional<std::string> indent_ = "";  ///< of the last record, where it began a line
};

}  // namespace dateline
