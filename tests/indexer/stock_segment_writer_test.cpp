#include <xapian.h>

#include <map>
#include <random>
#include <set>

#include "indexer/segment_writer.hpp"
#include "tests/catch.hpp"
#include "tests/caught_error.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;

namespace {

using Terms = std::map<std::string, std::uint32_t>;

struct Document {
    Terms terms;
    std::string data;
};

std::vector<Document> random_documents(unsigned seed, std::size_t count) {
    std::mt19937 random(seed);
    std::vector<Document> documents(count);
    for (Document& document : documents) {
        for (auto left = 1 + random() % 60; left > 0; --left)
            document.terms["t" + std::to_string(random() % 500)] =
                static_cast<std::uint32_t>(1 + random() % 127);
        document.terms["Qid" + std::to_string(random())] = 0;
        document.terms[std::string(240, 'x')] = 5;
        document.terms[std::string("zero\0byte", 9)] = 1;
        for (auto left = random() % 300; left > 0; --left)
            document.data.push_back(static_cast<char>(random()));
    }
    return documents;
}

void write(const std::filesystem::path& folder, const std::vector<Document>& documents) {
    const auto writer = open_stock_writer(folder);
    for (const Document& document : documents) {
        std::vector<TermImpact> terms;
        for (const auto& [term, impact] : document.terms) terms.push_back({term, impact});
        writer->add(terms, document.data);
    }
    writer->finish();
}

}  // namespace

TEST_CASE("a segment holds the documents, terms and impacts that were added, and nothing else") {
    const test::TemporaryFolder folder;
    const auto documents = random_documents(1, 300);
    write(folder / "segment-1", documents);
    const Xapian::Database database((folder / "segment-1").string());
    REQUIRE(database.get_doccount() == documents.size());
    REQUIRE(database.get_lastdocid() == documents.size());
    std::vector<Terms> found(documents.size());
    for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term)
        for (auto posting = database.postlist_begin(*term); posting != database.postlist_end(*term);
             ++posting)
            found[*posting - 1][*term] = posting.get_wdf();
    for (std::size_t i = 0; i < documents.size(); ++i) {
        const auto docid = static_cast<Xapian::docid>(i + 1);
        REQUIRE(found[i] == documents[i].terms);
        REQUIRE(database.get_document(docid).get_data() == documents[i].data);
    }
}

TEST_CASE("a segment without documents can be read") {
    const test::TemporaryFolder folder;
    write(folder / "segment-1", {});
    CHECK(Xapian::Database((folder / "segment-1").string()).get_doccount() == 0);
}

TEST_CASE("a segment that cannot be written is an error of input and output") {
    const test::TemporaryFolder folder;
    folder.write("file", "");
    const Error error =
        test::caught_error([&] { return open_stock_writer(folder / "file/segment-1"); });
    CHECK(error.kind() == ErrorKind::input_output);
    CHECK(test::says(error, "segment-1"));
}
