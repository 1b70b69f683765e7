#include "corpus/segment_tables.hpp"

#include <xapian.h>

#include <fstream>
#include <random>

#include "tests/catch.hpp"
#include "tests/caught_error.hpp"
#include "tests/indexer/built_segment.hpp"
#include "tests/indexer/varied_articles.hpp"

using namespace dateline;
using namespace dateline::test;

TEST_CASE("a segment's tables are read as Xapian reads them, whoever has written them") {
    for (const WriterKind writer : {WriterKind::automatic, WriterKind::stock}) {
        const TemporaryFolder folder;
        build_segment(folder / "segment", varied_articles(1, 40), 1, writer);
        const SegmentTables tables(folder / "segment");
        const Xapian::Database database((folder / "segment").string());
        REQUIRE(tables.document_count() == database.get_doccount());
        std::size_t with_data = 0;
        for (DocId docid = 1; docid <= tables.document_count(); ++docid) {
            const std::string data = database.get_document(docid).get_data();
            if (data.empty()) {
                CHECK(says(caught_error([&] { return tables.document_data(docid); }),
                           "it has nothing of passage"));
                continue;
            }
            ++with_data;
            REQUIRE((tables.document_data(docid) == data));
        }
        CHECK(with_data == 40);
        CHECK(caught_error([&] {
                  return tables.document_data(tables.document_count() + 1);
              }).kind() == ErrorKind::index);
    }
}

TEST_CASE("a version file that is not as it was written is damage") {
    const TemporaryFolder folder;
    build_segment(folder / "segment", varied_articles(2, 3));
    const std::string bytes = read_bytes(folder / "segment/iamglass");
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        std::string damaged = bytes;
        damaged[i] = static_cast<char>(damaged[i] ^ 1);
        std::ofstream(folder / "segment/iamglass", std::ios::binary) << damaged;
        CHECK(caught_error([&] {
                  return SegmentTables(folder / "segment").document_count();
              }).kind() == ErrorKind::index);
    }
}
