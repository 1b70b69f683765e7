#include "tests/catch.hpp"
#include "tests/cli/small_archive.hpp"

using namespace dateline::test;

namespace {

// Twenty articles about the harbour, five of them about a strike.
std::string harbour_news() {
    std::string lines;
    for (int i = 0; i < 20; ++i) {
        const std::string number = std::to_string(i);
        lines += R"({"id":"n)" + number +
                 R"(","language":"en","headline":"Harbour","body":"Ships )" + "wait on day " +
                 number + (i < 5 ? ". The strike of dockers hits the dockers." : ".") + "\"}\n";
    }
    return lines;
}

}  // namespace

TEST_CASE("terms shows the words typical of what is found") {
    const SmallArchive archive;
    archive.folder().write("more/harbour.jsonl", harbour_news());
    REQUIRE(archive.run({"index", (archive.folder() / "more").string()}).exit_code == 0);
    const ProgramResult result = archive.run({"terms", "--width", "40", "strike"});
    CHECK(result.exit_code == 0);
    CHECK(result.err.empty());
    CHECK(result.out == R"(word     articles  archive  log-odds
dockers         5        5       3.3
hits            5        5       2.1

5 of 24 articles; log-odds against the
archive in standard errors
)");
    const ProgramResult lines = archive.run({"terms", "--format=jsonl", "-n1", "strike"});
    CHECK(lines.out.starts_with(
        R"({"term":"dockers","articles":5,"archive_articles":5,"log_odds":)"));
    CHECK(archive.run({"terms", "--format=csv", "-n1", "strike"})
              .out.starts_with("term,articles,archive_articles,log_odds\r\ndockers,5,5,"));
}

TEST_CASE("terms says why it shows nothing") {
    const SmallArchive archive;
    const ProgramResult none = archive.run({"terms", "trainig"});
    CHECK(none.exit_code == 1);
    CHECK(none.out.empty());
    CHECK(none.err.find("no article has trainig") != std::string::npos);
    CHECK(archive.run({"terms"}).exit_code == 2);
    const ProgramResult all = archive.run({"terms", "NOT xyzzy"});
    CHECK(all.exit_code == 1);
    CHECK(all.err.find("no words that the archive has less often") != std::string::npos);
}
