#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "corpus/posting.hpp"
#include "indexer/glass/table.hpp"

namespace dateline::glass {

/// Writes the entries of the postlist table: a value, lengths, then terms in byte order.
class PostlistWriter {
  public:
    /// The table must outlive the writer.
    explicit PostlistWriter(TableWriter& table) : table_(table) {}

    /// Document 1's value in slot 0, which no other document has; 1 to 100 bytes.
    void add_first_value(std::string_view value);
    /// Every document's length in docid order from 1: the sum of the wdfs of its terms.
    void add_lengths(std::span<const std::uint32_t> lengths);
    /// `term` 1 to 245 bytes (each zero byte counted twice); `postings` not empty, docids ascending
    /// from 1.
    void add_term(std::string_view term, std::span<const Posting> postings);
    /// Over all terms so far.
    std::uint32_t largest_wdf() const { return largest_wdf_; }

  private:
    void add_chunks(std::string_view first_key, std::string_view further_key,
                    std::string_view counts, std::span<const Posting> postings);

    TableWriter& table_;
    std::uint32_t largest_wdf_ = 0;
    std::string chunk_;
    std::string tag_;
};

}  // namespace dateline::glass
