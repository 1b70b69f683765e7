#include "indexer/index_archive.hpp"

#include "corpus/manifest.hpp"
#include "corpus/numbered_files.hpp"
#include "indexer/index_lock.hpp"
#include "tests/catch.hpp"
#include "tests/caught_error.hpp"
#include "tests/indexer/index_contents.hpp"
#include "tests/indexer/run_index.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;

namespace {

struct Archive {
    test::TemporaryFolder folder;
    std::filesystem::path index = folder / "index";
    std::string news = (folder / "news").string();

    Archive() {
        write("a.txt", "Storm over Baghdad\n\n5 January 2020\n\nWind and rain came at night.\n");
        write("b.txt", "Calm returns\n\n6 January 2020\n\nThe sky was clear again.\n");
    }
    void write(std::string_view name, std::string_view text) const {
        folder.write("news/" + std::string(name), text);
    }
    IndexReport run() const { return test::run_index(index, {news}); }
};

std::string text_of(const Ledger& ledger) { return ledger_line(ledger); }

}  // namespace

TEST_CASE("a folder of news becomes an index") {
    const Archive archive;
    const IndexReport report = archive.run();
    CHECK(report.published);
    CHECK(text_of(report.ledger) ==
          "read 2 = indexed 2 + unchanged 0 + duplicate 0 + superseded 0 + skipped 0 + "
          "rejected 0; removed 0");
    const auto contents = test::index_contents(archive.index);
    REQUIRE(contents.size() == 2);
    CHECK(contents.at("a.txt").headline == "Storm over Baghdad");
    CHECK(contents.at("b.txt").body == "The sky was clear again.");
    const Manifest manifest = require_manifest(archive.index);
    REQUIRE(manifest.roots.size() == 1);
    CHECK(manifest.roots[0].path == std::filesystem::canonical(archive.news));
    CHECK(manifest.roots[0].outcome == text_of(report.ledger));
}

TEST_CASE("a run over unchanged files publishes nothing and changes no file") {
    const Archive archive;
    archive.run();
    const std::string current = test::read_bytes(archive.index / "CURRENT");
    const IndexReport report = test::run_index(archive.index);
    CHECK_FALSE(report.published);
    CHECK(report.ledger.unchanged == 2);
    CHECK(report.ledger.adds_up());
    CHECK(test::read_bytes(archive.index / "CURRENT") == current);
    CHECK_FALSE(std::filesystem::exists(archive.index / "manifest-2"));
}

TEST_CASE("changed articles are replaced, new ones added, vanished ones removed") {
    const Archive archive;
    archive.write("c.txt", "Unchanged\n\nText.\n");
    archive.run();
    archive.write("a.txt", "Storm over Basra\n\n5 January 2020\n\nNo, it was Basra.\n");
    archive.write("d.txt", "New\n\nAnother text.\n");
    std::filesystem::remove(archive.folder / "news/b.txt");
    const IndexReport report = archive.run();
    CHECK(text_of(report.ledger) ==
          "read 3 = indexed 2 + unchanged 1 + duplicate 0 + superseded 0 + skipped 0 + "
          "rejected 0; removed 1");
    const auto contents = test::index_contents(archive.index);
    CHECK(contents.size() == 3);
    CHECK(contents.at("a.txt").headline == "Storm over Basra");
    CHECK_FALSE(contents.contains("b.txt"));
}

TEST_CASE("only the roots named can lose articles") {
    const Archive archive;
    archive.folder.write("more/x.txt", "More\n\nText of more.\n");
    archive.run();
    test::run_index(archive.index, {(archive.folder / "more").string()});
    std::filesystem::remove(archive.folder / "news/a.txt");
    CHECK(test::run_index(archive.index, {(archive.folder / "more").string()}).ledger.removed == 0);
    CHECK(test::index_contents(archive.index).size() == 3);
    CHECK(test::run_index(archive.index).ledger.removed == 1);
    CHECK(test::index_contents(archive.index).size() == 2);
}

TEST_CASE("a missing root is an error and removes nothing") {
    const Archive archive;
    archive.run();
    std::filesystem::rename(archive.news, archive.folder / "elsewhere");
    for (const std::vector<std::string>& paths : {std::vector{archive.news}, {}}) {
        const Error error =
            test::caught_error([&] { return test::run_index(archive.index, paths); });
        CHECK(error.kind() == ErrorKind::input_output);
    }
    CHECK(test::index_contents(archive.index).size() == 2);
}

TEST_CASE("a file that vanishes while others are read is named, and the rest goes on") {
    const Archive archive;
    archive.write("0.jsonl", "{\"headline\":\"H\",\"body\":\"Text.\"}\n{broken\n");
    GlobalOptions global;
    global.progress = ProgressChoice::none;
    Progress progress(global);
    std::vector<std::string> named;
    const IndexReport report =
        index_archive(test::index_options(archive.index, {archive.news}), progress,
                      [&](const ReportedProblem& reported) {
                          named.push_back(reported.path);
                          std::filesystem::remove(archive.folder / "news/b.txt");
                      });
    CHECK(report.ledger.adds_up());
    CHECK(named == std::vector<std::string>{"0.jsonl", "b.txt"});
    const auto contents = test::index_contents(archive.index);
    CHECK(contents.size() == 2);
    CHECK(contents.contains("a.txt"));
    CHECK(archive.run().ledger.adds_up());
    CHECK(test::index_contents(archive.index) == contents);
}

TEST_CASE("what fails at once leaves no folder behind") {
    const Archive archive;
    CHECK(test::caught_error([&] {
              return test::run_index(archive.index, {"/absent/news"});
          }).kind() == ErrorKind::input_output);
    CHECK(test::caught_error([&] { return test::run_index(archive.index); }).kind() ==
          ErrorKind::usage);
    CHECK_FALSE(std::filesystem::exists(archive.index));
}

TEST_CASE("a folder of other things is not made an index") {
    const Archive archive;
    const Error error = test::caught_error(
        [&] { return test::run_index(archive.folder / "news", {archive.news}); });
    CHECK(error.kind() == ErrorKind::index);
    CHECK_FALSE(std::filesystem::exists(archive.folder / "news/lock"));
}

TEST_CASE("a second writer is refused and changes nothing") {
    const Archive archive;
    archive.run();
    const IndexLock lock(archive.index);
    archive.write("c.txt", "New\n\nText.\n");
    CHECK(test::caught_error([&] { return archive.run(); }).kind() == ErrorKind::refused);
    CHECK(test::index_contents(archive.index).size() == 2);
}

TEST_CASE("an index inside of its root is not read as a source") {
    const Archive archive;
    const std::filesystem::path inside = archive.folder / "news/index";
    CHECK(test::run_index(inside, {archive.news}).ledger.indexed == 2);
    const IndexReport again = test::run_index(inside, {archive.news});
    CHECK(again.ledger.read == 2);
    CHECK_FALSE(again.published);
}

TEST_CASE("an empty folder makes an index without articles") {
    const Archive archive;
    std::filesystem::create_directories(archive.folder / "nothing");
    const IndexReport report =
        test::run_index(archive.index, {(archive.folder / "nothing").string()});
    CHECK(report.published);
    CHECK(report.ledger.read == 0);
    CHECK(test::index_contents(archive.index).empty());
}

TEST_CASE("an article keeps the id that it was given, and the warning is counted once") {
    const Archive archive;
    const std::string storm = R"({"id":"1","headline":"Storm","body":"Wind and rain."})";
    const std::string calm = R"({"id":"1","headline":"Calm","body":"A clear sky."})";
    archive.write("x.jsonl", storm + "\n");
    archive.write("y.jsonl", calm + "\n");
    CHECK(archive.run().renamed_ids == 1);
    CHECK(test::index_contents(archive.index).at("1~2").headline == "Calm");
    archive.write("w.jsonl", R"({"id":"1","headline":"Rain","body":"More of it."})");
    archive.run();
    const auto contents = test::index_contents(archive.index);
    CHECK(contents.at("1").headline == "Storm");
    CHECK(contents.at("1~2").headline == "Calm");
    CHECK(contents.at("1~3").headline == "Rain");
    std::filesystem::remove(archive.folder / "news/x.jsonl");
    archive.run();
    CHECK(test::index_contents(archive.index).at("1~2").headline == "Calm");
}

TEST_CASE("an index whose manifests are gone is made anew on purpose, without what was withdrawn") {
    const Archive archive;
    archive.run();
    IndexOptions options = test::index_options(archive.index, {});
    options.withdrawals = {{"a.txt", "a court's order"}};
    test::run_index(options);
    const auto before = test::index_texts(archive.index);
    REQUIRE(before.size() == 1);
    for (const auto& entry : std::filesystem::directory_iterator(archive.index))
        if (const std::string name = entry.path().filename().string();
            name == "CURRENT" || name.starts_with("manifest-"))
            std::filesystem::remove(entry.path());
    const Error error = test::caught_error([&] { return archive.run(); });
    CHECK(error.kind() == ErrorKind::index);
    CHECK(error.hint().find("index --rebuild PATH...") != std::string::npos);
    CHECK(test::caught_error([&] { return require_manifest(archive.index); }).hint() ==
          error.hint());
    CHECK(NumberedFiles(archive.index).sources() == std::set<std::uint64_t>{1, 2});
    CHECK(NumberedFiles(archive.index).next_number() > 1);

    options = test::index_options(archive.index, {archive.news});
    options.rebuilds = true;
    const IndexReport report = test::run_index(options);
    REQUIRE(report.warnings.size() == 2);
    CHECK(report.warnings[0].starts_with(
        "which ids were withdrawn is taken from sources-2, sources-1: give what was"));
    CHECK(report.ledger.adds_up());
    CHECK(test::index_texts(archive.index) == before);
    CHECK(archive.run().ledger.unchanged == 1);
    CHECK(NumberedFiles(archive.index).sources() == std::set<std::uint64_t>{1});
}

TEST_CASE("what a later state than the one that CURRENT names withdrew is withdrawn again") {
    const Archive archive;
    archive.run();
    const std::string current = test::read_bytes(archive.index / "CURRENT");
    IndexOptions options = test::index_options(archive.index, {});
    options.withdrawals = {{"a.txt", "a court's order"}};
    test::run_index(options);
    const auto after = test::index_texts(archive.index);
    archive.folder.write("index/CURRENT", current);  // as where the run had died before it
    REQUIRE(test::index_texts(archive.index).size() == 2);
    const IndexReport report = archive.run();
    CHECK(report.ledger.adds_up());
    CHECK(test::index_texts(archive.index) == after);
    REQUIRE(report.warnings.size() == 1);
    CHECK(report.warnings[0].find("withdrew an article") != std::string::npos);
    CHECK_FALSE(archive.run().published);
}
