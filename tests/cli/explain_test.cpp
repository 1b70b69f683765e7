#include "tests/catch.hpp"
#include "tests/cli/small_archive.hpp"

using namespace dateline::test;

TEST_CASE("explain shows the query, its nodes and what is looked for") {
    const SmallArchive archive;
    const ProgramResult result = archive.run({"explain", "nato w/3 training OR zebra"});
    CHECK(result.exit_code == 0);
    CHECK(result.out.starts_with("query\n  nato w/3 training OR zebra\n"));
    CHECK(result.out.find("any of: zebra\n") != std::string::npos);
    CHECK(result.out.find("decided by  words of the article\n") != std::string::npos);
    CHECK(
        archive.run({"explain", "--format=jsonl", "nato"}).out.starts_with("{\"query\":\"nato\""));
}

TEST_CASE("explain of a wrong query points at the place") {
    const SmallArchive archive;
    const ProgramResult result = archive.run({"explain", "nato w/0 x"});
    CHECK(result.exit_code == 2);
    CHECK(result.err.find("  nato w/0 x\n       ^\n") != std::string::npos);
    CHECK(archive.run({"explain"}).exit_code == 2);
    CHECK(archive.run({"explain", "zebra"}).exit_code == 1);
}
