#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/reader.hpp"

namespace dateline {

/// Header fields as WARC and HTTP write them: "Name: value", one a line.
class HeaderFields {
  public:
    HeaderFields() = default;
    /// `lines`: ended by CR LF or LF. Lines that begin with a blank go on with the one before; what
    /// has no colon is passed over.
    explicit HeaderFields(std::string_view lines);
    /// Trimmed; empty where there is none. `name` in any case.
    std::string_view operator[](std::string_view name) const;

  private:
    std::vector<std::pair<std::string, std::string>> fields_;  // names in lower case
};

struct WarcRecord {
    HeaderFields fields;
    std::string_view block;  ///< valid until the next call
    Origin origin;           ///< offset, line and record
    std::string problem;     ///< empty, or why there is no block
};

/// Records of WARC 1.0 and 1.1 (ISO 28500) and of the drafts from 0.17 on, one of them in memory.
class WarcRecords {
  public:
    WarcRecords(ByteStream& stream, std::uint64_t max_record_bytes);
    /// nullopt at the end. A record whose length does not lead to the next one has a problem, and
    /// the next one is looked for by its first line. Throws Error where the stream does, after all
    /// whole records before.
    std::optional<WarcRecord> next();
    /// After such an Error: whether there is more to read (ByteStream::resume).
    bool resume();
    /// Of the next byte.
    Origin origin() const;

  private:
    void skip(std::size_t bytes);
    void skip_blank_lines();
    void find_record();
    bool is_at_record();
    std::optional<std::size_t> header_size();
    bool leads_to_record(std::size_t end);
    bool pass_over(std::uint64_t bytes);
    bool leads_out_of_file(std::uint64_t header, std::uint64_t length) const;
    WarcRecord pass_over_large(WarcRecord record, std::uint64_t header, std::uint64_t length);
    WarcRecord give_up(WarcRecord record, std::string problem);

    ByteStream& stream_;
    std::uint64_t max_record_bytes_;
    std::uint64_t line_ = 1;
    std::uint32_t records_ = 0;
    std::size_t last_bytes_ = 0;  // of the record given last, still at hand
};

/// "WARC/1.0", also of the drafts: the first line of a record.
bool begins_warc_record(std::string_view text);

}  // namespace dateline
