#include "corpus/segment_tables.hpp"

#include <fmt/format.h>

#include "corpus/bytes.hpp"
#include "corpus/glass/packing.hpp"
#include "corpus/table_checksums.hpp"

namespace dateline {

namespace {

glass::Database read_database(const std::filesystem::path& segment) {
    verify_version_file(segment);
    return glass::read_version_file(segment);
}

}  // namespace

SegmentTables::SegmentTables(const std::filesystem::path& segment)
    : database_(read_database(segment)),
      postlist_(segment / "postlist.glass", database_.postlist),
      docdata_(segment / "docdata.glass", database_.docdata) {}

std::string SegmentTables::document_data(DocId docid) const {
    std::string key;
    glass::append_sorted_uint(key, docid);
    glass::TableCursor cursor(docdata_);
    cursor.seek(key);
    if (cursor.at_end() || cursor.key() != key)
        throw_damaged(docdata_.name(), fmt::format("it has nothing of passage {}", docid));
    return std::string(cursor.tag());
}

}  // namespace dateline
