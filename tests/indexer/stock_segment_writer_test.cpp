#include <xapian.h>

#include <algorithm>

#include "tests/catch.hpp"
#include "tests/caught_error.hpp"
#include "tests/indexer/written_database.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;

TEST_CASE("a segment holds the documents, terms and impacts that were added, and nothing else") {
    const test::TemporaryFolder folder;
    const test::WriterInput input = test::random_input(1, 300);
    input.write(*open_stock_writer(folder.path()));
    const Xapian::Database database(folder.path().string());
    REQUIRE(database.get_doccount() == input.documents.size());
    REQUIRE(database.get_lastdocid() == input.documents.size());
    std::vector<test::Terms> found(input.documents.size());
    for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term)
        for (auto posting = database.postlist_begin(*term); posting != database.postlist_end(*term);
             ++posting)
            found[*posting - 1][*term] = posting.get_wdf();
    for (std::size_t i = 0; i < found.size(); ++i) {
        const auto docid = static_cast<Xapian::docid>(i + 1);
        REQUIRE(found[i] == input.documents[i]);
        REQUIRE(database.get_document(docid).get_data() == input.data[i]);
        REQUIRE(database.get_document(docid).get_value(0) == (i == 0 ? format_value : ""));
    }
    CHECK(Xapian::Database::check(folder.path().string(), 0, nullptr) == 0);
}

TEST_CASE("a stock segment without documents can be read") {
    const test::TemporaryFolder folder;
    test::WriterInput().write(*open_stock_writer(folder.path()));
    CHECK(Xapian::Database(folder.path().string()).get_doccount() == 0);
}

TEST_CASE("a stock segment leaves nothing behind but its tables") {
    const test::TemporaryFolder folder;
    test::random_input(2, 20).write(*open_stock_writer(folder.path()));
    for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
        const std::string name = entry.path().filename().string();
        CHECK(entry.is_regular_file());
        CHECK((name.ends_with(".glass") || name == "iamglass" || name == "flintlock"));
    }
}

TEST_CASE("a stock segment that cannot be written is an error of input and output") {
    const test::TemporaryFolder folder;
    const Error error = test::caught_error([&] {
        test::random_input(3, 5).write(*open_stock_writer(folder / "absent/segment-1"));
        return 0;
    });
    CHECK(error.kind() == ErrorKind::input_output);
    CHECK(test::says(error, "segment-1"));
}
