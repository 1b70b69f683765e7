#include "tests/catch.hpp"
#include "tests/cli/small_archive.hpp"

using namespace dateline::test;

TEST_CASE("facets counts the values of fields") {
    const SmallArchive archive;
    const ProgramResult result = archive.run(
        {"facets", "--width", "40", "--by", "source,year", "nato OR training OR critic"});
    CHECK(result.exit_code == 0);
    CHECK(result.err.empty());
    CHECK(result.out == R"(source
Harbour Courier ██████████████████████ 2
Stage           ███████████            1
(no source)                            1

year
2018      ████████████████████████████ 1
2019      ████████████████████████████ 1
2020      ████████████████████████████ 1
(no year)                              1

4 articles
)");
    CHECK(archive.run({"facets"}).out.find("Harbour Courier") != std::string::npos);
}

TEST_CASE("facets for programs") {
    const SmallArchive archive;
    CHECK(archive
              .run({"facets", "--format=jsonl", "-n1", "--by=source", "--any", "iraq", "port",
                    "critic"})
              .out == R"({"field":"source","value":"Harbour Courier","articles":2}
{"field":"source","value":null,"articles":1}
)");
    CHECK(archive.run({"facets", "--format=csv", "--by=language,year", "harbour OR nato"}).out ==
          "field,value,articles\r\n"
          "language,en,2\r\n"
          "year,2019,1\r\n"
          "year,2020,1\r\n");
}

TEST_CASE("facets says why it shows nothing") {
    const SmallArchive archive;
    const ProgramResult none = archive.run({"facets", "trainig"});
    CHECK(none.exit_code == 1);
    CHECK(none.out.empty());
    CHECK(none.err.find("no article has trainig") != std::string::npos);
    CHECK(archive.run({"facets", "--by", "headline", "nato"}).exit_code == 2);
    CHECK(archive.run({"facets", "--by", "year,year", "nato"}).exit_code == 2);
}
