#include "corpus/formats/csv_rows.hpp"

#include "corpus/source.hpp"
#include "tests/catch.hpp"

using namespace dateline;

namespace {

using Strings = std::vector<std::string>;

struct Row {
    Strings cells;
    Origin origin;
    std::string problem;
};

std::vector<Row> rows_of(std::string_view text, std::size_t columns = 0,
                         const CsvDialect& dialect = {}, std::uint64_t longest = 1 << 20) {
    const auto stream = open_bytes(text);
    CsvRows rows(*stream, dialect, longest);
    rows.expect_columns(columns);
    std::vector<Row> all;
    while (const auto row = rows.next())
        all.push_back({{row->cells.begin(), row->cells.end()}, row->origin, row->problem});
    return all;
}

std::vector<Strings> cells_of(std::string_view text, std::size_t columns = 0) {
    std::vector<Strings> cells;
    for (const Row& row : rows_of(text, columns)) {
        CHECK(row.problem.empty());
        cells.push_back(row.cells);
    }
    return cells;
}

}  // namespace

TEST_CASE("rows know where they begin") {
    const auto rows = rows_of(
        "\xEF\xBB\xBF"
        "a,b\r\n\r\n  \r\n1,\"x\r\ny\"\r\n2,z");
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].origin.offset == 3);
    CHECK(rows[1].cells == Strings{"1", "x\r\ny"});
    CHECK(rows[1].origin.offset == 14);
    CHECK(rows[1].origin.line == 4);
    CHECK(rows[2].cells == Strings{"2", "z"});
    CHECK(rows[2].origin.line == 6);
}

TEST_CASE("files of carriage returns only, and the line that states the delimiter") {
    const auto old = rows_of("a,b\r1,2\r", 0, {.line_end = '\r'});
    REQUIRE(old.size() == 2);
    CHECK(old[1].origin.line == 2);
    const auto stated = rows_of("sep=;\na;b\n", 0, {.delimiter = ';', .has_delimiter_line = true});
    REQUIRE(stated.size() == 1);
    CHECK(stated[0].cells == Strings{"a", "b"});
    CHECK(stated[0].origin.line == 2);
}

TEST_CASE("quotes that match in no strict way are read as they are meant") {
    CHECK(cells_of("1,a 5\" pipe,x\n2,b,y\n", 3) ==
          std::vector<Strings>{{"1", "a 5\" pipe", "x"}, {"2", "b", "y"}});
    CHECK(cells_of("1,\"say \"no\" now\",x\n2,b,y\n", 3) ==
          std::vector<Strings>{{"1", "say \"no\" now", "x"}, {"2", "b", "y"}});
    CHECK(cells_of("1,x,\"say \"no\" to\nit\"\n2,b,y\n", 3) ==
          std::vector<Strings>{{"1", "x", "say \"no\" to\nit"}, {"2", "b", "y"}});
}

TEST_CASE("a quote that is never closed costs no other row") {
    const std::string stray = "1,\"Broken,x\n2,\"Good, b\",y\n3,c,z\n";
    CHECK(cells_of(stray, 3) ==
          std::vector<Strings>{{"1", "\"Broken", "x"}, {"2", "Good, b", "y"}, {"3", "c", "z"}});
    // In the last cell, and down to the next row's quote, which makes one row of two.
    CHECK(cells_of("1,x,\"Broken\n2,y,\"Good\"\n3,z,c\n", 3) ==
          std::vector<Strings>{{"1", "x", "\"Broken"}, {"2", "y", "Good"}, {"3", "z", "c"}});
    CHECK(cells_of("1,\"Broken,x\n\"2\",b,y\n", 3) ==
          std::vector<Strings>{{"1", "\"Broken", "x"}, {"2", "b", "y"}});
}

TEST_CASE("where no reading fits the next row is looked for on the next line") {
    const auto rows = rows_of("1,\"a\"b\n2,b,y\n", 3);
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].problem == "quotes that do not match");
    CHECK(rows[1].cells == Strings{"2", "b", "y"});
    CHECK(rows[1].origin.line == 2);
}

TEST_CASE("a file that ends inside quotes loses its last row only") {
    const auto rows = rows_of("1,a,x\n2,b,\"The text\n\ngoes on\n", 3);
    REQUIRE(rows.size() >= 2);
    CHECK(rows[0].cells == Strings{"1", "a", "x"});
    CHECK(rows[1].problem == "the file ends inside quotes");
    CHECK(rows_of("a,x\nb,\"The text\none, two\n", 2).size() == 2);
}

TEST_CASE("a row over the limit is passed over by its quotes") {
    const std::string large = "2,\"" + std::string(3'000'000, 'x') + "\n3,no row\n\"\n";
    const auto rows = rows_of("1,a\n" + large + "4,b\n", 2, {}, 1000);
    REQUIRE(rows.size() == 3);
    CHECK(rows[1].problem == "record of more than 1000 bytes, the limit");
    CHECK(rows[1].origin.line == 2);
    CHECK(rows[2].cells == Strings{"4", "b"});
    CHECK(rows[2].origin.line == 5);
    const auto open = rows_of("1,a\n2,\"" + std::string(3'000'000, 'x'), 2, {}, 1000);
    REQUIRE(open.size() == 2);
    CHECK(open[1].problem.ends_with("the rest of the file is passed over"));
}

TEST_CASE("quotes that never match do not make reading slow") {
    std::string text;
    for (int i = 0; i < 100'000; ++i) text += "\"a\"b,\"c\n";
    CHECK(rows_of(text, 3).size() == 100'000);
}

TEST_CASE("rows that are not UTF-8 are decoded, by what they are together") {
    const auto rows = rows_of("1,plain\n2,M\xFCnchen und K\xF6ln\n3,\xC3\xBC\n", 2);
    REQUIRE(rows.size() == 3);
    CHECK(rows[1].cells == Strings{"2", "M\u00FCnchen und K\u00F6ln"});
    CHECK(rows[2].cells == Strings{"3", "\u00FC"});
}
