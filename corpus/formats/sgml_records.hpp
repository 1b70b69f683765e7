#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/reader.hpp"

namespace dateline {

/// One <DOC> ... </DOC> of a stream of them, or text that stands between two.
struct SgmlRecord {
    std::string_view bytes;       ///< between the tags; valid until the next call of next()
    std::string_view attributes;  ///< of the start tag
    Origin origin;                ///< of its '<'
    std::string problem;          ///< not empty: it is too large, and was passed over
    bool is_closed = true;        ///< false: the next record, or the end of the file, came first
    bool is_stray_text = false;   ///< not in any record; `bytes` is empty
};

/// Records of a stream, told by the name of their element in any case. Keeps one of them in memory,
/// none over the limit.
class SgmlRecords {
  public:
    /// `element`: the name, a literal.
    SgmlRecords(ByteStream& stream, std::string_view element, std::uint64_t max_record_bytes);
    /// nullopt at the end. Throws Error where the stream does, after all whole records before.
    std::optional<SgmlRecord> next();
    /// Of what comes next.
    Origin origin() const;

  private:
    struct Mark;
    std::optional<Mark> find_mark(std::size_t from, std::size_t limit);
    std::optional<SgmlRecord> pass_over_text();
    SgmlRecord take_record();
    SgmlRecord give_up_large(SgmlRecord record);
    void step(std::size_t bytes);

    ByteStream& stream_;
    std::string_view element_;
    std::uint64_t max_record_bytes_;
    std::uint64_t line_ = 1;
    std::uint32_t records_ = 0;
    std::size_t last_bytes_ = 0;
};

/// Whether a file that begins with `head` is a stream of such records: only comments,
/// declarations and other tags may stand before the first.
bool begins_with_sgml_record(std::string_view head, std::string_view element);

}  // namespace dateline
