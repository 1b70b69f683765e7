#include <nlohmann/json.hpp>
#include <pugixml.hpp>
#include <sstream>

#include "tests/catch.hpp"
#include "tests/cli/small_archive.hpp"

using namespace dateline::test;

namespace {

std::vector<nlohmann::json> records(const ProgramResult& result) {
    std::vector<nlohmann::json> lines;
    std::istringstream text(result.out);
    for (std::string line; std::getline(text, line);) lines.push_back(nlohmann::json::parse(line));
    return lines;
}

}  // namespace

TEST_CASE("timeline counts articles in bars") {
    const SmallArchive archive;
    const ProgramResult result = archive.run({"timeline", "--width", "50", "nato", "OR", "critic"});
    CHECK(result.exit_code == 0);
    CHECK(result.err.empty());
    CHECK(result.out == R"(2018-03 ████████████████████████████████████████ 1
archive holds no articles for 2018-04 to 2019-11
(20 months)
2019-12 ████████████████████████████████████████ 1
2020-01 ████████████████████████████████████████ 1

3 of 4 articles; by month
)");
    CHECK(archive.run({"timeline", "--width", "40", "--by", "year", "nato training"}).out ==
          R"(2020 █████████████████████████████████ 1

1 of 4 articles, all of 2 words; by year
)");
    CHECK(archive.run({"timeline", "--width=50", "--by=year", "--normalize"}).out ==
          R"(                                  articles   share
2018    █████████████████████████        1 100.0 %
2019    █████████████████████████        1 100.0 %
2020    █████████████████████████        1 100.0 %
undated                                  1 100.0 %

4 articles; by year, bars by share of the archive
)");
}

TEST_CASE("timeline takes the words of a query as search --count does") {
    const SmallArchive archive;
    const auto total = [&](std::vector<std::string> options) {
        options.insert(options.begin(), {"timeline", "--format=jsonl", "--by=year"});
        options.insert(options.end(), {"nato", "training", "port"});
        std::uint64_t articles = 0;
        for (const auto& record : records(archive.run(options)))
            articles += record["articles"].get<std::uint64_t>();
        return articles;
    };
    CHECK(total({}) == 0);
    CHECK(total({"--any"}) == 3);
    CHECK(total({"--min", "2"}) == 2);
    const ProgramResult any = archive.run({"timeline", "--any", "nato", "training", "port"});
    CHECK(any.out.find("3 of 4 articles, any of 3 words") != std::string::npos);
}

TEST_CASE("timeline for programs") {
    const SmallArchive archive;
    CHECK(archive.run({"timeline", "--format", "jsonl", "--by", "quarter", "training"}).out ==
          R"({"from":"2020-01-01","to":"2020-03-31","articles":1,"archive_articles":1,"share":1.0}
{"from":null,"to":null,"articles":1,"archive_articles":1,"share":1.0}
)");
    CHECK(archive.run({"timeline", "--format=csv", "--by=month", "date:2019-11-15..2020-01-10"})
              .out ==
          "from,to,articles,archive_articles,share\r\n"
          "2019-11-15,2019-11-30,0,0,\r\n"
          "2019-12-01,2019-12-31,1,1,1.0\r\n"
          "2020-01-01,2020-01-10,1,1,1.0\r\n");
    const auto both = records(
        archive.run({"timeline", "--format=json", "--by=year", "--compare", "training", "iraq"}));
    REQUIRE(both.size() == 3);
    CHECK(both[0]["compare_articles"] == 0);
    CHECK(both[1]["compare_articles"] == 1);
    CHECK(both[2]["articles"] == 0);
    CHECK(both[2]["compare_share"] == 1.0);
}

TEST_CASE("the dates of a query limit the one that it is compared with") {
    const SmallArchive archive;
    CHECK(archive
              .run({"timeline", "--format=csv", "--by=year", "--compare=headless OR training",
                    "nato date:2019..2020"})
              .out ==
          "from,to,articles,archive_articles,share,compare_articles,compare_share\r\n"
          "2019-01-01,2019-12-31,1,1,1.0,0,0.0\r\n"
          "2020-01-01,2020-12-31,1,1,1.0,1,1.0\r\n");
}

TEST_CASE("a query that is blank is an error, and not the whole archive") {
    const SmallArchive archive;
    for (const std::vector<std::string>& command :
         {std::vector<std::string>{"timeline", ""}, {"facets", " "}, {"terms", ""}}) {
        const ProgramResult result = archive.run(command);
        INFO(result.err);
        CHECK(result.exit_code == 2);
        CHECK(result.out.empty());
        CHECK(result.err.find("dateline: error: the query is empty\n") == 0);
    }
    CHECK(archive.run({"timeline", "--compare", "", "nato"}).exit_code == 2);
}

TEST_CASE("timeline as a picture") {
    const SmallArchive archive;
    const ProgramResult result =
        archive.run({"timeline", "--format=svg", "--by=month", "--compare=<port>", "nato"});
    pugi::xml_document document;
    REQUIRE(document.load_string(result.out.c_str()).status == pugi::status_ok);
    CHECK(document.select_nodes("//rect[@class='bar first']").size() == 2);
    CHECK(std::string(document.child("svg").child_value("title")) ==
          "Articles by month: nato, compared with <port>");
}

TEST_CASE("timeline says why it shows nothing") {
    const SmallArchive archive;
    const ProgramResult none = archive.run({"timeline", "trainig"});
    CHECK(none.exit_code == 1);
    CHECK(none.out.empty());
    CHECK(none.err.find("no article has trainig") != std::string::npos);
    CHECK(archive.run({"timeline", "--by", "decade", "nato"}).exit_code == 2);
    CHECK(archive.run({"timeline", "--any", "--all", "nato"}).exit_code == 2);
    CHECK(archive.run({"timeline", "nato AND"}).exit_code == 2);
    CHECK(archive.run({"timeline", "--lenient", "nato AND"}).exit_code == 0);
    CHECK(archive.run({"timeline", "--format", "markdown", "nato"}).exit_code == 2);
}
