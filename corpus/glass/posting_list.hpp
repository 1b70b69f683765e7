#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "corpus/articles_file.hpp"
#include "corpus/bytes.hpp"
#include "corpus/glass/table_reader.hpp"

namespace dateline::glass {

/// Under which key a postlist table has the documents' lengths, which are a list like a term's.
inline constexpr std::string_view length_list_key("\0\xE0", 2);

/// The postings of a term in a postlist table, in docid order. Whatever the table's bytes are,
/// docids ascend. All throw Error{index} where it is damaged.
class PostingList {
  public:
    /// On the first posting. The table must outlive the list.
    PostingList(const TableReader& table, std::string_view term);
    /// All documents, each with its length as wdf; frequency() is 0.
    static PostingList lengths(const TableReader& table) {
        return {table, length_list_key, std::string(length_list_key)};
    }
    PostingList(const PostingList&) = delete;
    PostingList& operator=(const PostingList&) = delete;

    /// How many postings there are; 0 where there is no such term.
    std::uint32_t frequency() const { return frequency_; }

    bool at_end() const { return at_end_; }
    DocId docid() const { return docid_; }
    std::uint32_t wdf() const { return wdf_; }
    void next() {
        if (chunk_.at_end()) return next_chunk();
        take_docid(docid_ + std::uint64_t{chunk_.varint32()} + 1);
    }
    /// To the first posting from `docid` on, if it is not there or behind it already.
    void skip_to(DocId docid);

  private:
    PostingList(const TableReader& table, std::string_view first_key, std::string further_key);

    void open_chunk(std::string_view tag, std::uint64_t first);
    bool open_further_chunk();
    void next_chunk();
    void take_docid(std::uint64_t docid) {
        if (docid > chunk_last_) throw_broken();
        docid_ = static_cast<DocId>(docid);
        wdf_ = chunk_.varint32();
    }
    [[noreturn]] void throw_broken() const;

    TableCursor cursor_;
    std::string_view name_;    // the table's
    std::string further_key_;  // up to the docid
    ByteReader chunk_;
    std::uint32_t frequency_ = 0;
    std::uint64_t chunk_last_ = 0;  // docid
    bool is_last_chunk_ = true;
    DocId docid_ = 0;
    std::uint32_t wdf_ = 0;
    bool at_end_ = true;
};

}  // namespace dateline::glass
