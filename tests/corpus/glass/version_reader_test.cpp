#include "corpus/glass/version_reader.hpp"

#include <xapian.h>

#include "indexer/glass/version_file.hpp"
#include "tests/catch.hpp"
#include "tests/caught_error.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;
using namespace dateline::glass;

namespace {

bool are_same(const TableRoot& a, const TableRoot& b) {
    return a.root_block == b.root_block && a.level == b.level && a.is_fake == b.is_fake &&
           a.entries == b.entries && a.compress_minimum == b.compress_minimum;
}

DatabaseSummary some_summary() {
    DatabaseSummary summary;
    summary.postlist = {
        .root_block = 70000, .level = 3, .is_fake = false, .entries = 900, .block_count = 70001};
    summary.docdata = {.compress_minimum = 18};
    summary.documents = 123456;
    summary.last_docid = 123456;
    return summary;
}

}  // namespace

TEST_CASE("a version file is read as it was written") {
    const test::TemporaryFolder folder;
    const DatabaseSummary summary = some_summary();
    folder.write("iamglass", encode_version_file(summary));
    const Database database = read_version_file(folder.path());
    CHECK(are_same(database.postlist, summary.postlist));
    CHECK(are_same(database.docdata, summary.docdata));
    CHECK(database.documents == summary.documents);
}

TEST_CASE("a database that Xapian has written is read, too") {
    const test::TemporaryFolder folder;
    {
        Xapian::WritableDatabase database((folder / "x").string(), Xapian::DB_CREATE);
        for (int i = 0; i < 3000; ++i) {
            Xapian::Document document;
            document.add_term("t" + std::to_string(i));
            document.set_data(std::to_string(i));
            database.add_document(document);
        }
        database.commit();
    }
    const Database database = read_version_file(folder / "x");
    CHECK(database.documents == 3000);
    CHECK(database.postlist.entries > 3000);
    CHECK(database.postlist.level > 0);
    CHECK(database.docdata.entries == 3000);
}

TEST_CASE("a version file that ends too early, or is another's, is damage") {
    const test::TemporaryFolder folder;
    const std::string bytes = encode_version_file(some_summary());
    constexpr std::size_t behind = 8;  // numbers that a search does not want, each a byte or more
    for (std::size_t size = 0; size + behind < bytes.size(); ++size) {
        folder.write("iamglass", bytes.substr(0, size));
        const Error error = test::caught_error([&] { return read_version_file(folder.path()); });
        INFO(size);
        CHECK(error.kind() == ErrorKind::index);
    }
    std::string other = bytes;
    other[15] = 'x';
    folder.write("iamglass", other);
    CHECK(test::says(test::caught_error([&] { return read_version_file(folder.path()); }),
                     "it is of another format"));
    CHECK(test::caught_error([&] { return read_version_file(folder / "absent"); }).kind() ==
          ErrorKind::index);
}
