#include <algorithm>
#include <sstream>

#include <nlohmann/json.hpp>

#include "tests/catch.hpp"
#include "tests/program.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline::test;

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

TEST_CASE("bench without a size, or with one that is none, is a usage error") {
    for (const std::vector<std::string>& words : {std::vector<std::string>{"bench"},
                                                  {"bench", "--generate", "many"},
                                                  {"bench", "queries.tsv"}}) {
        const ProgramResult result = run_dateline(words);
        CHECK(result.exit_code == 2);
        CHECK(result.out.empty());
        CHECK(result.err.find("note: ") != std::string::npos);
    }
}
