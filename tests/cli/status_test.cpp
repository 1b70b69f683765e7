#include <nlohmann/json.hpp>

#include "tests/catch.hpp"
#include "tests/cli/small_archive.hpp"

using namespace dateline::test;

TEST_CASE("status says what the index holds") {
    const SmallArchive archive;
    const auto object = nlohmann::json::parse(archive.run({"status", "--format", "jsonl"}).out);
    CHECK(object["articles"] == 4);
    CHECK(object["passages"] == 4);
    CHECK(object["undated"] == 1);
    CHECK(object["first_day"] == "2018-03-01");
    CHECK(object["last_day"] == "2020-01-05");
    CHECK(object["index_bytes"] > 0);
    CHECK(object["segments"] == 1);
    CHECK(object["roots"][0]["path"] == archive.sources());

    const ProgramResult text = archive.run({"status"});
    CHECK(text.exit_code == 0);
    CHECK(text.out.find("2018-03-01") != std::string::npos);
    CHECK(text.out.find(archive.sources()) != std::string::npos);
}

TEST_CASE("an index of another version and a folder of something else are told apart") {
    const SmallArchive archive;
    const ProgramResult other = run_dateline({"status", "--index", archive.sources()});
    CHECK(other.exit_code == 3);
    CHECK(other.err.find("not an index") != std::string::npos);
}
