#include "tests/catch.hpp"
#include "tests/cli/small_archive.hpp"

using namespace dateline::test;

TEST_CASE("why tells what an article has of a query, or lacks") {
    const SmallArchive archive;
    const auto ids = archive.ids({"search", "nato training"});
    REQUIRE_FALSE(ids.empty());
    const ProgramResult match = archive.run({"why", ids[0], "nato training"});
    CHECK(match.exit_code == 0);
    CHECK(match.out.starts_with(ids[0] + " matches, with score "));
    const ProgramResult lack = archive.run({"why", ids[0], "+zebra"});
    CHECK(lack.exit_code == 1);
    CHECK(lack.out.starts_with(ids[0] + " does not match\n  zebra: "));
    CHECK(archive.run({"why", ids[0], "--format=jsonl", "nato"}).out.starts_with("{\"id\":"));
}

TEST_CASE("why wants an id of the index and a query") {
    const SmallArchive archive;
    const ProgramResult unknown = archive.run({"why", "no/such/id", "nato"});
    CHECK(unknown.exit_code == 1);
    CHECK(unknown.err.find("no article has the id 'no/such/id'") != std::string::npos);
    CHECK(archive.run({"why", "x"}).exit_code == 2);
    CHECK(archive.run({"why", "x", "\"open"}).exit_code == 2);
}
