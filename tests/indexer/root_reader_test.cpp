#include "indexer/root_reader.hpp"

#include <fcntl.h>
#include <unistd.h>

#include "tests/catch.hpp"
#include "tests/indexer/index_contents.hpp"
#include "tests/indexer/run_index.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;

namespace {

std::string json_line(std::string_view id, std::string_view date) {
    return R"({"id":")" + std::string(id) + R"(","headline":"On )" + std::string(id) +
           R"(","body":"Some text of the article.","date":")" + std::string(date) + "\"}\n";
}

// The program's standard input is the file while it lives.
class StandardInput {
  public:
    explicit StandardInput(const std::filesystem::path& file) : before_(::dup(STDIN_FILENO)) {
        const int descriptor = ::open(file.c_str(), O_RDONLY);
        ::dup2(descriptor, STDIN_FILENO);
        ::close(descriptor);
    }
    ~StandardInput() {
        ::dup2(before_, STDIN_FILENO);
        ::close(before_);
    }
    StandardInput(const StandardInput&) = delete;
    StandardInput& operator=(const StandardInput&) = delete;

  private:
    int before_;
};

}  // namespace

TEST_CASE("files are read in order of their paths, and events have root and path") {
    const test::TemporaryFolder folder;
    folder.write("news/b.jsonl", json_line("2", "2020-01-02") + "{broken\n");
    folder.write("news/a.jsonl", "{broken\n" + json_line("1", "2020-01-01"));
    folder.write("news/empty.txt", "");
    std::vector<std::string> problems;
    GlobalOptions global;
    global.progress = ProgressChoice::none;
    Progress progress(global);
    const IndexReport report =
        index_archive(test::index_options(folder / "index", {(folder / "news").string()}), progress,
                      [&](const ReportedProblem& reported) { problems.push_back(reported.path); });
    CHECK(problems == std::vector<std::string>{"a.jsonl", "b.jsonl", "empty.txt"});
    CHECK(report.ledger.indexed == 2);
    CHECK(report.ledger.rejected == 2);
    CHECK(report.ledger.skipped == 1);
    const auto contents = test::index_contents(folder / "index");
    CHECK(contents.at("1").origin.root == std::filesystem::canonical(folder / "news"));
    CHECK(contents.at("2").origin.path == "b.jsonl");
}

TEST_CASE("a rejection is new until the same file was rejected before") {
    const test::TemporaryFolder folder;
    folder.write("news/a.jsonl", json_line("1", "2020-01-01") + "{broken\n");
    const std::vector<std::string> paths{(folder / "news").string()};
    CHECK(test::run_index(folder / "index", paths).new_rejections == 1);
    CHECK(test::run_index(folder / "index", paths).new_rejections == 0);
    folder.write("news/b.jsonl", json_line("2", "2020-01-01") + "{broken\n{broken\n");
    CHECK(test::run_index(folder / "index", paths).new_rejections == 2);
    CHECK(test::run_index(folder / "index", paths).new_rejections == 0);
    folder.write("news/a.jsonl", json_line("1", "2020-01-01") + "{broken as well\n");
    CHECK(test::run_index(folder / "index", paths).new_rejections == 1);
}

TEST_CASE("dates that can be read in two ways are counted apart") {
    const test::TemporaryFolder folder;
    folder.write("news/a.jsonl", json_line("1", "5/1/2020") + json_line("2", "no date at all") +
                                     json_line("3", "2020-01-05"));
    const IndexReport report = test::run_index(folder / "index", {(folder / "news").string()});
    CHECK(report.ledger.indexed == 3);
    CHECK(report.undated == 2);
    CHECK(report.ambiguous_dates == 1);
}

TEST_CASE("standard input adds and replaces articles and never removes one") {
    const test::TemporaryFolder folder;
    const auto index_lines = [&](const std::string& lines) {
        const StandardInput input(folder.write("input", lines));
        const IndexReport report = test::run_index(folder / "index", {"-"});
        CHECK(report.new_rejections == report.ledger.rejected);
        return report.ledger;
    };
    CHECK(index_lines(json_line("1", "2020-01-01") + json_line("2", "2020-01-01")).indexed == 2);
    CHECK(index_lines(json_line("1", "2020-01-01") + "{broken\n").unchanged == 1);
    const Ledger changed =
        index_lines(json_line("2", "2020-01-02") + json_line("3", "2020-01-01") + "{broken\n");
    CHECK(changed.indexed == 2);
    CHECK(changed.removed == 0);
    const auto contents = test::index_contents(folder / "index");
    REQUIRE(contents.size() == 3);
    CHECK(iso_date(contents.at("2").date) == "2020-01-02");
    CHECK(contents.at("1").origin.root == "-");
}
