#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string_view>

#include "corpus/posting.hpp"

namespace dateline {

/// Which way Xapian's tables are written.
enum class WriterKind : std::uint8_t {
    automatic,  ///< bulk where Xapian's format is the known one
    stock,
};

/// Writes Xapian's tables of one segment, term by term: the seam between the stock API and our own
/// way to write the same tables. The documents are 1, 2, 3, ... without holes, and document 1 has
/// the value `format_value` in slot 0.
class SegmentWriter {
  public:
    virtual ~SegmentWriter() = default;
    /// First, once: each document's length, the sum of its impacts.
    virtual void add_lengths(std::span<const std::uint32_t> lengths) = 0;
    /// Then the terms in byte order, 1 to max_term_bytes, their postings in docid order, not empty.
    virtual void add_term(std::string_view term, std::span<const Posting> postings) = 0;
    /// Documents that have data, ascending.
    virtual void add_data(DocId docid, std::string_view data) = 0;
    /// Makes everything durable (fsync). Nothing may be added after it.
    virtual void finish() = 0;
};

/// Tells tools that the database is one of ours, and of which index format. A termlist table wants
/// some document to have a value.
inline constexpr std::string_view format_value = "dateline 4";

/// `folder` must exist and hold no database. Both throw Error{input_output}.
/// Through WritableDatabase: the reference, and the fallback.
std::unique_ptr<SegmentWriter> open_stock_writer(const std::filesystem::path& folder);
/// Xapian's files directly, an order of magnitude faster. The files depend on nothing but what is
/// added: the UUID is a hash of it.
std::unique_ptr<SegmentWriter> open_bulk_writer(const std::filesystem::path& folder);

/// Whether this Xapian reads and writes the very format that the bulk writer knows; makes and
/// removes a small database in `folder` to find out.
bool knows_xapian_format(const std::filesystem::path& folder);

}  // namespace dateline
