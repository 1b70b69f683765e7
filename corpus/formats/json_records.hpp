#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

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
    /// The last record turned out to be `records` of them.
    void recount_last(std::uint32_t records) { records_ += records - 1; }

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
    /// The last record was an envelope with so many.
    void recount_last(std::uint32_t records) { cursor_.recount_last(records); }
    /// Envelopes that are no JSON as a whole are not read in lines.
    bool open_envelope() { return false; }

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
    void recount_last(std::uint32_t records) { cursor_.recount_last(records); }
    /// Where the last record is an envelope of others, goes on with these one by one, and counts
    /// the envelope as none. Told from its keys, so that it need not be JSON to its end.
    bool open_envelope();

  private:
    /// An array of records inside of objects, or of other arrays.
    struct Envelope {
        std::size_t arrays;   ///< that are open around it
        std::size_t objects;  ///< between these and it
    };

    struct Scan {
        JsonScanner scanner;
        std::size_t end = 0;  ///< bytes scanned, to behind the value where there is no problem
        std::string problem;
        bool is_endless = false;  ///< all of the stream was scanned in vain
    };

    bool skip_separators();
    Scan scan_value();
    bool leave_envelope();
    bool open_envelope_in(std::string_view head);
    JsonRecord take_value();
    JsonRecord take_scalar();
    JsonRecord give_up_value(Scan scan);
    JsonRecord pass_over_large(JsonScanner scanner, std::size_t scanned);
    bool find_line_like_last();

    JsonCursor cursor_;
    std::uint64_t max_record_bytes_;
    std::size_t last_bytes_ = 0;
    std::size_t open_arrays_ = 0;
    std::size_t endless_values_ = 0;
    bool has_array_ = false;
    std::vector<Envelope> envelopes_;
    std::optional<std::string> indent_ = "";  ///< of the last record, where it began a line
};

}  // namespace dateline
