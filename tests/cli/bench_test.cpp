#include <algorithm>
#include <sstream>

#include <nlohmann/json.hpp>

#include "tests/catch.hpp"
#include "tests/program.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline::test;

namespace {

/// Generated articles, indexed once.
const std::string& made_index() {
    static const TemporaryFolder folder;
    static const std::string index = [] {
        const std::string lines = run_dateline({"bench", "--generate", "300K"}).out;
        const std::string news = folder.write("news.jsonl", lines).string();
        const std::string made = (folder / "index").string();
        REQUIRE(run_dateline({"index", "--index", made, news}).exit_code == 0);
        return made;
    }();
    return index;
}

}  // namespace

TEST_CASE("bench generates as much text as asked for, the same for the same seed") {
    const ProgramResult result = run_dateline({"bench", "--generate", "100K", "--seed", "7"});
    CHECK(result.exit_code == 0);
    CHECK(result.err.empty());
    std::size_t text_bytes = 0;
    std::size_t last_bytes = 0;
    std::istringstream lines(result.out);
    for (std::string line; std::getline(lines, line);) {
        const auto article = nlohmann::json::parse(line);
        last_bytes = article["headline"].get<std::string>().size() +
                     article["body"].get<std::string>().size();
        text_bytes += last_bytes;
    }
    CHECK(text_bytes >= 102'400);
    CHECK(text_bytes - last_bytes < 102'400);
    CHECK(run_dateline({"bench", "--seed=7", "--generate=100K"}).out == result.out);
    CHECK(run_dateline({"bench", "--seed=8", "--generate=100K"}).out != result.out);
    CHECK(result.out.starts_with(run_dateline({"bench", "--generate=20K", "--seed=7"}).out));
}

TEST_CASE("generated articles are indexed without a rejection, and found") {
    const TemporaryFolder folder;
    const ProgramResult lines = run_dateline({"bench", "--generate", "200K"});
    const std::string news = folder.write("news.jsonl", lines.out).string();
    const std::string index = (folder / "index").string();
    const ProgramResult indexed = run_dateline({"index", "--index", index, news});
    CHECK(indexed.exit_code == 0);
    CHECK(indexed.err.find("rejected 0") != std::string::npos);
    const auto first = nlohmann::json::parse(lines.out.substr(0, lines.out.find('\n')));
    const ProgramResult found = run_dateline(
        {"search", "--index", index, "--format=jsonl", "id:" + std::string(first["id"])});
    CHECK(nlohmann::json::parse(found.out)["headline"] == first["headline"]);
}

TEST_CASE("bench times the queries that it samples, class by class") {
    const std::string& index = made_index();
    const auto sample = [&](const std::string& seed) {
        return run_dateline({"bench", "--index", index, "--sample", "4", "--seed", seed});
    };
    const ProgramResult queries = sample("5");
    CHECK(queries.exit_code == 0);
    CHECK(sample("5").out == queries.out);
    CHECK(sample("6").out != queries.out);
    const TemporaryFolder folder;
    const std::string file = folder.write("queries.tsv", queries.out).string();
    const ProgramResult timed =
        run_dateline({"bench", "--index", index, "--rounds=2", "-j2", "--format=jsonl", file});
    REQUIRE(timed.exit_code == 0);
    std::istringstream lines(timed.out);
    std::vector<std::string> groups;
    for (std::string line; std::getline(lines, line);) {
        const auto group = nlohmann::json::parse(line);
        groups.push_back(group["class"]);
        CHECK(group["threads"] == 2);
        CHECK(group["queries"] >= 1);
        CHECK(group["qps"] > 0);
        for (const char* const figure : {"core_us", "fetch_us", "search_us", "render_us"}) {
            double before = 0;
            for (const char* const quantile : {"min", "p50", "p95", "p99", "max"}) {
                CHECK(group[figure][quantile] >= before);
                before = group[figure][quantile];
            }
        }
        CHECK(group["fetch_us"]["min"] > 0);
    }
    CHECK(groups == std::vector<std::string>{"term1", "or2", "or3", "and2", "and3", "phrase2",
                                             "long", "date1"});
    const ProgramResult text = run_dateline({"bench", "--index", index, "--rounds=1", file});
    CHECK(text.out.find("1 thread;") != std::string::npos);
    CHECK(text.out.find("phrase2") != std::string::npos);
}

TEST_CASE("a query that bench cannot read is an error with its line") {
    const TemporaryFolder folder;
    const std::string& index = made_index();
    const auto timed = [&](const std::string& lines) {
        return run_dateline(
            {"bench", "--index", index, folder.write("queries.tsv", lines).string()});
    };
    const ProgramResult broken = timed("a\tnato\nb\tnato AND\n");
    CHECK(broken.exit_code == 2);
    CHECK(broken.err.find("line 2") != std::string::npos);
    CHECK(broken.err.find('^') != std::string::npos);
    CHECK(timed("nato\n").exit_code == 4);
    CHECK(timed("").exit_code == 4);
}

TEST_CASE("bench without a size, or with one that is none, is a usage error") {
    for (const std::vector<std::string>& words :
         {std::vector<std::string>{"bench"},
          {"bench", "--generate", "many"},
          {"bench", "--generate", "1K", "--sample", "3"},
          {"bench", "one.tsv", "two.tsv"},
          {"bench", "--index", made_index(), "--rounds", "0", "queries.tsv"}}) {
        const ProgramResult result = run_dateline(words);
        CHECK(result.exit_code == 2);
        CHECK(result.out.empty());
        CHECK(result.err.find("note: ") != std::string::npos);
    }
}
