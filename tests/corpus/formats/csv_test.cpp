#include "corpus/formats/csv.hpp"

#include "tests/catch.hpp"
#include "tests/corpus/reading.hpp"

using namespace dateline;
using dateline::test::headlines;
using dateline::test::read_text;

namespace {

using Strings = std::vector<std::string>;

ReadOptions with_map(std::string_view map) {
    ReadOptions options = test::read_options();
    options.map = read_field_map(map, "map.json");
    return options;
}

}  // namespace

TEST_CASE("columns may be named in any script") {
    const auto events = test::read_text(
        "Заголовок,Дата,Текст,Автор\nМост закрыт,2020-01-05,Мост закрыт на год.,Анна Лин\n"
        "Мост открыт,2020-01-06,Мост снова открыт.,Анна Лин\n");
    REQUIRE(events.articles.size() == 2);
    CHECK(events.articles[0].headline == "Мост закрыт");
    CHECK(events.articles[0].body == "Мост закрыт на год.");
    CHECK(events.articles[0].byline == "Анна Лин");
    CHECK(iso_date(events.articles[0].date) == "2020-01-05");
    const auto swedish = test::read_text(
        "rubrik;datum;brödtext\nBron stängs;2020-01-05;Bron stängs i ett år.\n"
        "Bron öppnas;2020-01-06;Bron öppnas igen.\n");
    REQUIRE(swedish.articles.size() == 2);
    CHECK(swedish.articles[0].headline == "Bron stängs");
    CHECK(swedish.articles[0].body == "Bron stängs i ett år.");
    const auto german = test::read_text(
        "\xDC"
        "berschrift;Datum;Text\nDie Br\xFC"
        "cke ist zu;2020-01-05;Sie schlie\xDF"
        "t f\xFCr ein Jahr.\n");
    REQUIRE(german.articles.size() == 1);
    CHECK(german.articles[0].headline == "Die Brücke ist zu");
}

TEST_CASE("rows become articles with their places") {
    const auto events = read_text(
        "id,Title,pub_date,articleBody\r\n1,A,2020-01-05,\"One,\r\n\r\ntwo.\"\r\n2,B,,Three.\r\n");
    CHECK(events.format == "csv");
    CHECK(headlines(events) == Strings{"A", "B"});
    CHECK(events.articles[0].body == "One,\n\ntwo.");
    CHECK(events.articles[0].origin.record == 1);
    CHECK(events.articles[1].origin.line == 5);
    CHECK(events.articles[1].origin.offset == 62);
    CHECK(events.articles[1].origin.record == 2);
}

TEST_CASE("a first column without a name is no matter") {
    const auto events = read_text(
        ",title,publication,author,date,year,month,url,content\n"
        "0,Oil falls,The Desk,Jane Doe,2016-12-31,2016.0,12.0,,Oil fell.\n");
    REQUIRE(events.articles.size() == 1);
    CHECK(events.articles[0].source == "The Desk");
    CHECK(events.articles[0].id.empty());
    CHECK(iso_date(events.articles[0].date) == "2016-12-31");
}

TEST_CASE("a table whose columns are not known is rejected once, with its columns") {
    const auto events = read_text("401\tforeign minorities\n402\tbehavioral genetics\n");
    CHECK(events.format == "csv");
    CHECK(events.articles.empty());
    REQUIRE(events.rejections.size() == 1);
    CHECK(events.rejections[0].reason ==
          "no column is known to hold a headline or a body (first row: \"401\", \"foreign "
          "minorities\"); say with --map which does, by its name or by its number from 1");
}

TEST_CASE("a map reads columns of any name, and by number where there is no header") {
    const std::string named = "Kop;Tekst;Dag\nA;Een.;2020\nB;Twee.;2021\nC;Drie.;2022\n";
    CHECK(headlines(read_text(named, with_map(R"({"headline": "Kop", "body": "Tekst"})"))) ==
          Strings{"A", "B", "C"});
    const auto bare = read_text("\"3\",\"A\",\"One, two.\"\n\"4\",\"B\",\"Three.\"\n",
                                with_map(R"({"section": "1", "headline": "2", "body": "3"})"));
    CHECK(headlines(bare) == Strings{"A", "B"});
    CHECK(bare.articles[0].origin.record == 1);
    CHECK(bare.articles[0].section == "3");
}

TEST_CASE("the map counts what its columns give") {
    const ReadOptions options = with_map(R"({"body": "content", "place": "town"})");
    read_text("title,content,town\nA,B,\nC,D,\n", options);
    REQUIRE(options.map.warnings().size() == 1);
    CHECK(options.map.warnings()[0].find("town") != std::string::npos);
}

TEST_CASE("a broken row is rejected with its place, its lines with it, and the rest goes on") {
    const auto events = read_text(
        "id,title,date,content\n1,A,2020,Text\n2,\"B\"x\nmore text\nand more, it says\n"
        "3,C,2020,Text\n4,D,2020,Te,xt\n5,E,2020,Text\n");
    CHECK(headlines(events) == Strings{"A", "C", "E"});
    REQUIRE(events.rejections.size() == 2);
    CHECK(events.rejections[0].origin.line == 3);
    CHECK(events.rejections[0].origin.offset == 36);
    CHECK(events.rejections[0].origin.record == 2);
    CHECK(events.rejections[0].reason ==
          "quotes that do not match; 2 more lines that belong to it");
    CHECK(events.rejections[1].reason ==
          "5 columns where the header has 4: a delimiter outside quotes");
}

TEST_CASE("empty rows and repeated headers are no records") {
    const auto events = read_text("title,content\nA,One.\n,\n,,,\n\ntitle,content\nB,Two.\n");
    CHECK(headlines(events) == Strings{"A", "B"});
    CHECK(events.articles[1].origin.record == 2);
    CHECK(events.rejections.empty());
}

TEST_CASE("a header without rows is a skip") {
    const auto events = read_text("id,title,content\n");
    REQUIRE(events.skips.size() == 1);
    CHECK(events.skips[0].reason == "holds no record");
}

TEST_CASE("warnings come right before their article, rejections in file order") {
    std::string order;
    read_source(*open_bytes("title,date,content\nA,2020,x\nB,99 May 2020,x\nC\nD,2020,x\n"), {},
                test::read_options(), [&](ReadEvent&& event) { order += "ARSW"[event.index()]; });
    CHECK(order == "AWARA");
}

TEST_CASE("a zero byte in a row is left out, which is told") {
    std::string rows = "headline,body,date\nA,The wall? fell today,2020-01-05\nB,More,2020-01-06\n";
    rows[rows.find('?')] = '\0';
    const auto events = test::read_text(rows);
    CHECK(events.format == "csv");
    REQUIRE(events.articles.size() == 2);
    CHECK(events.articles[0].body == "The wall fell today");
    REQUIRE(events.warnings.size() == 1);
    CHECK(events.warnings[0].reason == "1 zero byte is left out");
}
