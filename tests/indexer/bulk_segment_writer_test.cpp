#include <xapian.h>

#include <cstdlib>

#include "corpus/reader.hpp"
#include "corpus/source.hpp"
#include "tests/catch.hpp"
#include "tests/caught_error.hpp"
#include "tests/indexer/built_segment.hpp"
#include "tests/indexer/varied_articles.hpp"
#include "tests/indexer/written_database.hpp"

using namespace dateline;

namespace {

void check_equal(const std::filesystem::path& bulk, const std::filesystem::path& stock) {
    const test::DatabaseContents a = test::contents_of(bulk);
    const test::DatabaseContents b = test::contents_of(stock);
    CHECK(a.facts == b.facts);
    CHECK(a.value_bounds == b.value_bounds);
    CHECK(a.values == b.values);
    CHECK((a.terms == b.terms));
    CHECK((a.lengths == b.lengths));
    CHECK((a.data == b.data));
    for (const std::filesystem::path& folder : {bulk, stock})
        CHECK(Xapian::Database::check(folder.string(), 0, nullptr) == 0);
}

void write_both(const test::TemporaryFolder& folder, const test::WriterInput& input) {
    std::filesystem::create_directory(folder / "bulk");
    std::filesystem::create_directory(folder / "stock");
    input.write(*open_bulk_writer(folder / "bulk"));
    input.write(*open_stock_writer(folder / "stock"));
}

/// The articles of the archive that ships with the program.
std::vector<Article> sample_archive() {
    std::vector<Article> articles;
    const std::filesystem::path root = std::filesystem::path(DATELINE_SOURCE_DIR) / "corpus/sample";
    for (const SourceFile& file : list_sources(root, {}).files) {
        Origin origin;
        origin.root = root;
        origin.path = file.path;
        ReadOptions options;
        options.dates.today = 20'000;
        read_source(*open_source(file), origin, options, [&](ReadEvent&& event) {
            if (auto* article = std::get_if<Article>(&event)) {
                article->id = file.path + '#' + std::to_string(articles.size());
                articles.push_back(std::move(*article));
            }
        });
    }
    return articles;
}

std::vector<Xapian::docid> found(const Xapian::Database& database, const std::string& term) {
    Xapian::Enquire enquire(database);
    enquire.set_query(Xapian::Query(term));
    const Xapian::MSet hits = enquire.get_mset(0, database.get_doccount());
    std::vector<Xapian::docid> docids;
    for (auto hit = hits.begin(); hit != hits.end(); ++hit) docids.push_back(*hit);
    return docids;
}

bool is_installed(const std::string& program) {
    return std::system(("command -v " + program + " > /dev/null").c_str()) == 0;
}

}  // namespace

TEST_CASE("both writers give equal databases of random documents") {
    const test::TemporaryFolder folder;
    const std::size_t documents = GENERATE(1U, 2U, 40U, 3000U);
    write_both(folder, test::random_input(static_cast<unsigned>(documents), documents));
    check_equal(folder / "bulk", folder / "stock");
}

TEST_CASE("both writers give equal databases of documents without terms, data or length") {
    const test::TemporaryFolder folder;
    test::WriterInput input{.documents = std::vector<test::Terms>(5),
                            .data = std::vector<std::string>(5)};
    write_both(folder, input);
    check_equal(folder / "bulk", folder / "stock");
    const test::TemporaryFolder other;
    input.documents[2]["filter"] = 0;
    input.documents[4]["term"] = 7;
    input.data[4] = "data";
    write_both(other, input);
    check_equal(other / "bulk", other / "stock");
}

TEST_CASE("both writers give equal segments of generated articles") {
    const test::TemporaryFolder folder;
    const auto articles = test::varied_articles(1, 200);
    test::build_segment(folder / "bulk", articles, 2, WriterKind::automatic);
    test::build_segment(folder / "stock", articles, 2, WriterKind::stock);
    check_equal(folder / "bulk", folder / "stock");
    for (const auto& name : test::differing_files(folder / "bulk", folder / "stock"))
        CHECK((name.ends_with(".glass") || name == "iamglass" || name == "flintlock" ||
               name == "checksums"));
}

TEST_CASE("both writers give equal segments of the sample archive") {
    const test::TemporaryFolder folder;
    const auto articles = sample_archive();
    REQUIRE(articles.size() > 100);
    test::build_segment(folder / "bulk", articles, 2, WriterKind::automatic);
    test::build_segment(folder / "stock", articles, 2, WriterKind::stock);
    check_equal(folder / "bulk", folder / "stock");
}

TEST_CASE("what is written in bulk depends on nothing but what was added, the UUID too") {
    const test::TemporaryFolder folder;
    for (const std::string name : {"a", "b"}) {
        std::filesystem::create_directory(folder / name);
        test::random_input(5, 60).write(*open_bulk_writer(folder / name));
    }
    std::filesystem::create_directory(folder / "c");
    test::random_input(6, 60).write(*open_bulk_writer(folder / "c"));
    CHECK(test::differing_files(folder / "a", folder / "b").empty());
    const auto uuid = [&](const std::string& name) {
        return Xapian::Database((folder / name).string()).get_uuid();
    };
    CHECK(uuid("a") == uuid("b"));
    CHECK(uuid("a") != uuid("c"));
    CHECK(uuid("a").size() == 36);
}

TEST_CASE("every place in a long list can be sought, and absent terms are not found") {
    const test::TemporaryFolder folder;
    test::WriterInput input{.documents = std::vector<test::Terms>(9000), .data = {}};
    for (std::size_t i = 0; i < input.documents.size(); ++i) {
        input.documents[i]["everywhere"] = 1 + static_cast<std::uint32_t>(i % 127);
        if (i % 3 == 0) input.documents[i]["third"] = 2;
    }
    input.write(*open_bulk_writer(folder.path()));
    const Xapian::Database database(folder.path().string());
    for (Xapian::docid docid = 1; docid <= 9000; docid += 97) {
        auto everywhere = database.postlist_begin("everywhere");
        everywhere.skip_to(docid);
        CHECK(*everywhere == docid);
        CHECK(everywhere.get_wdf() == 1 + (docid - 1) % 127);
        CHECK(everywhere.get_doclength() == database.get_doclength(docid));
        auto third = database.postlist_begin("third");
        third.skip_to(docid);
        const Xapian::docid next = docid + (3 - (docid - 1) % 3) % 3;
        if (next <= 9000) CHECK(*third == next);
    }
    auto past = database.postlist_begin("third");
    past.skip_to(9001);
    CHECK(past == database.postlist_end("third"));
    for (const std::string term :
         {"", "\x01", "A", "everywher", "everywheres", "m", "thir", "third\x01", "zzz", "\xFF\xFF"})
        if (!term.empty()) {
            CHECK_FALSE(database.term_exists(term));
            CHECK(database.get_termfreq(term) == 0);
            CHECK(database.postlist_begin(term) == database.postlist_end(term));
        }
    CHECK_THROWS_AS(database.get_document(9001).get_data(), Xapian::DocNotFoundError);
}

TEST_CASE("the stock tools read a segment written in bulk") {
    if (!is_installed("xapian-delve")) {
        WARN("xapian-delve is not installed: left out");
        return;
    }
    const test::TemporaryFolder folder;
    test::build_segment(folder / "segment-1", test::varied_articles(9, 30));
    const std::string segment = (folder / "segment-1").string();
    for (const std::string options : {"", "-a", "-t Len", "-V0"})
        CHECK(std::system(("xapian-delve " + options + ' ' + segment + " > /dev/null").c_str()) ==
              0);
}

TEST_CASE("Xapian's remote backend serves a segment written in bulk: hits, data and values") {
    if (!is_installed("xapian-progsrv")) {
        WARN("xapian-progsrv is not installed: left out");
        return;
    }
    const test::TemporaryFolder folder;
    const test::WriterInput input = test::random_input(7, 300);
    input.write(*open_bulk_writer(folder.path()));
    const Xapian::Database near(folder.path().string());
    const Xapian::Database far = Xapian::Remote::open("xapian-progsrv", folder.path().string());
    CHECK(far.get_doccount() == 300);
    CHECK(far.get_uuid() == near.get_uuid());
    for (const std::string term : {"everywhere", "t0", "absent"})
        CHECK(found(far, term) == found(near, term));
    CHECK_FALSE(found(far, "everywhere").empty());
    for (Xapian::docid docid = 300; docid > 0; --docid) {
        const Xapian::Document document = far.get_document(docid);
        REQUIRE(document.get_data() == input.data[docid - 1]);
        REQUIRE(document.get_value(0) == (docid == 1 ? format_value : ""));
    }
}

TEST_CASE("the format of this Xapian is the one known, and finding out leaves nothing behind") {
    const test::TemporaryFolder folder;
    CHECK(knows_xapian_format(folder.path()));
    CHECK(std::filesystem::is_empty(folder.path()));
    CHECK_FALSE(knows_xapian_format(folder / "absent"));
}

TEST_CASE("a bulk segment that cannot be written is an error of input and output") {
    const test::TemporaryFolder folder;
    const Error error = test::caught_error([&] {
        test::random_input(3, 5).write(*open_bulk_writer(folder / "absent/segment-1"));
        return 0;
    });
    CHECK(error.kind() == ErrorKind::input_output);
    CHECK(test::says(error, "segment-1"));
}
