#pragma once

#include <filesystem>
#include <string>

#include "corpus/articles_file.hpp"
#include "corpus/glass/table_reader.hpp"
#include "corpus/glass/version_reader.hpp"

namespace dateline {

/// The tables of a segment's Xapian database, open for reading. Not by Xapian, which trusts what it
/// reads, and looks for ever, or outside of a block, where that is damaged.
class SegmentTables {
  public:
    /// Verifies the version file. Throws Error{index} for damage, Error as MappedFile does.
    explicit SegmentTables(const std::filesystem::path& segment);

    std::uint32_t document_count() const { return database_.documents; }
    const glass::TableReader& postlist() const { return postlist_; }
    const glass::TableReader& docdata() const { return docdata_; }
    /// Throws Error{index} where it has none.
    std::string document_data(DocId docid) const;

  private:
    glass::Database database_;
    glass::TableReader postlist_;
    glass::TableReader docdata_;
};

}  // namespace dateline
