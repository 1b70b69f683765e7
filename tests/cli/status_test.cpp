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

TEST_CASE("status shows how many articles a year has") {
    const SmallArchive archive;
    const auto object = nlohmann::json::parse(archive.run({"status", "--format", "jsonl"}).out);
    CHECK(object["articles_by_year"] == nlohmann::json({{"2018", 1}, {"2019", 1}, {"2020", 1}}));
    const std::string text = archive.run({"status", "--width", "40"}).out;
    CHECK(
        text.starts_with("articles   4\n"
                         "passages   4\n"
                         "dates      2018-03-01 to 2020-01-05, 1\n"
                         "           undated\n"
                         "languages  en 4\n"));
    CHECK(
        text.ends_with("\n"
                       "2018 █████████████████████████████████ 1\n"
                       "2019 █████████████████████████████████ 1\n"
                       "2020 █████████████████████████████████ 1\n"));
}

TEST_CASE("status folds many years into decades") {
    const SmallArchive archive;
    archive.folder().write(
        "old/old.jsonl",
        R"({"id":"old","headline":"Old news","date":"1963-05-01","language":"en","body":"Old."})"
        "\n");
    REQUIRE(archive.run({"index", (archive.folder() / "old").string()}).exit_code == 0);
    const std::string text = archive.run({"status", "--width", "40"}).out;
    CHECK(
        text.ends_with("1960-1969 ██████████████               1\n"
                       "1970-1979                              0\n"
                       "1980-1989                              0\n"
                       "1990-1999                              0\n"
                       "2000-2009                              0\n"
                       "2010-2019 ████████████████████████████ 2\n"
                       "2020-2029 ██████████████               1\n"));
}

TEST_CASE("an index of another version and a folder of something else are told apart") {
    const SmallArchive archive;
    const ProgramResult other = run_dateline({"status", "--index", archive.sources()});
    CHECK(other.exit_code == 3);
    CHECK(other.err.find("not an index") != std::string::npos);
}
