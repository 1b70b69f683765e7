#include "indexer/index_run.hpp"

#include "corpus/error.hpp"
#include "indexer/index_archive.hpp"
#include "tests/catch.hpp"
#include "tests/indexer/index_contents.hpp"
#include "tests/indexer/run_index.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;

namespace {

std::string line(const std::string& id, const std::string& headline) {
    return R"({"id":")" + id + R"(","headline":")" + headline + R"(","body":"Some text."})" + "\n";
}

struct Archive {
    test::TemporaryFolder folder;
    std::filesystem::path index = folder / "index";
    IndexOptions options = test::index_options(index, {(folder / "news").string()});

    Archive() {
        folder.write("news/a.jsonl", line("1", "Storm") + "{broken\n");
        folder.write("news/b.jsonl", line("2", "Calm"));
        test::run_index(options);
    }
};

}  // namespace

TEST_CASE("an unchanged file repeats what was said of it") {
    const Archive archive;
    GlobalOptions global;
    global.progress = ProgressChoice::none;
    Progress progress(global);
    std::vector<ReportedProblem> problems;
    for (int run = 0; run < 2; ++run) {
        problems.clear();
        const IndexReport report =
            index_archive(archive.options, progress,
                          [&](const ReportedProblem& problem) { problems.push_back(problem); });
        REQUIRE(problems.size() == 1);
        CHECK(problems[0].is_repeated);
        CHECK(problems[0].path == "a.jsonl");
        CHECK(problems[0].problem.line == 2);
        CHECK(report.ledger.rejected == 1);
        CHECK(report.new_rejections == 0);
        archive.folder.write("news/c.jsonl", line("3", "Rain"));  // the second run is no fast one
    }
}

TEST_CASE("a rebuild reads all anew and keeps ids, and what no source gives any more") {
    Archive archive;
    archive.folder.write("more/c.jsonl", line("1", "Another") + line("copy", "Calm"));
    test::run_index(archive.index, {(archive.folder / "more").string()});
    const auto before = test::index_contents(archive.index);
    CHECK(before.contains("1~2"));
    std::filesystem::rename(archive.folder / "more", archive.folder / "elsewhere");
    archive.options.paths.clear();
    archive.options.rebuilds = true;
    const IndexReport report = test::run_index(archive.options);
    CHECK(report.ledger.indexed == 2);
    CHECK(report.ledger.removed == 0);
    REQUIRE(report.warnings.size() == 1);
    CHECK(report.warnings[0].find("more is gone") != std::string::npos);
    CHECK(test::index_contents(archive.index) == before);
}

TEST_CASE("a rebuild can do without the memory of earlier runs") {
    Archive archive;
    const auto before = test::index_contents(archive.index);
    archive.folder.write("index/" + require_manifest(archive.index).sources, "damaged");
    CHECK_THROWS_AS(test::run_index(archive.options), Error);
    archive.options.rebuilds = true;
    CHECK_FALSE(test::run_index(archive.options).warnings.empty());
    CHECK(test::index_contents(archive.index) == before);
}

TEST_CASE("a dry run counts what a run would do, and writes nothing") {
    Archive archive;
    archive.folder.write("news/b.jsonl", line("2", "Calmer") + line("2", "Other") +
                                             line("4", "Fog") + line("5", "Fog"));
    std::filesystem::remove(archive.folder / "news/a.jsonl");
    archive.options.is_dry_run = true;
    archive.options.lists_files = true;
    const auto written = std::filesystem::last_write_time(archive.index);
    const IndexReport dry = test::run_index(archive.options);
    CHECK(std::filesystem::last_write_time(archive.index) == written);
    REQUIRE(dry.files.size() == 2);
    CHECK(dry.files[0].path == "b.jsonl");
    CHECK(dry.files[0].format == "json lines");
    CHECK(dry.files[1].ledger.removed == 1);
    archive.options.is_dry_run = false;
    CHECK(ledger_line(test::run_index(archive.options).ledger) == ledger_line(dry.ledger));

    IndexOptions nowhere = test::index_options(archive.folder / "new", archive.options.paths);
    nowhere.is_dry_run = true;
    CHECK(test::run_index(nowhere).ledger.indexed == 2);
    CHECK_FALSE(std::filesystem::exists(archive.folder / "new"));
}
