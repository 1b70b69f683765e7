#include "bench/trec_lines.hpp"

#include <vector>

#include "tests/catch.hpp"
#include "tests/caught_error.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

std::vector<TrecLine> lines_of(std::string_view text) {
    TrecLineReader reader(text, "file");
    std::vector<TrecLine> lines;
    while (const auto line = reader.next()) lines.push_back(*line);
    return lines;
}

}  // namespace

TEST_CASE("columns are cut at blanks and tabs, whatever ends the lines") {
    const auto lines = lines_of(
        "\xEF\xBB\xBF"
        "a b\tc\r\n\r\n \t \n  d  e \t f  \n#no line\n g h i");
    REQUIRE(lines.size() == 3);
    for (const TrecLine& line : lines) CHECK(line.column_count == 3);
    CHECK(lines[0].columns[0] == "a");
    CHECK(lines[0].columns[2] == "c");
    CHECK(lines[1].columns[0] == "d");
    CHECK(lines[1].columns[2] == "f");
    CHECK(lines[2].columns[2] == "i");
    CHECK(lines[0].number == 1);
    CHECK(lines[1].number == 4);
    CHECK(lines[2].number == 6);
    CHECK(lines_of("").empty());
}

TEST_CASE("a line of another form is an error that names file, line and form") {
    TrecLineReader reader("\none two\n1 2 3 4 5 6 7 8 9", "some.qrels");
    const TrecLine two = *reader.next();
    const TrecLine nine = *reader.next();
    reader.require_form(two, "a pair", "first second");
    const Error few = caught_error([&] { return reader.require_form(two, "a list", "a b c"), 0; });
    CHECK(few.kind() == ErrorKind::input_output);
    CHECK(says(few, "some.qrels, line 2: 2 columns where a list has 3 (a b c)"));
    const Error many =
        caught_error([&] { return reader.require_form(nine, "a list", "a b c"), 0; });
    CHECK(says(many, "some.qrels, line 3: 9 columns where a list has 3"));
}

TEST_CASE("a file is read whole, and one that cannot be read is an error with the reason") {
    const TemporaryFolder folder;
    const std::string bytes(200'000, 'x');
    CHECK(read_trec_file(folder.write("long", bytes).string()) == bytes);
    CHECK(read_trec_file(folder.write("empty", "").string()).empty());
    const Error none = caught_error([&] { return read_trec_file((folder / "none").string()); });
    CHECK(none.kind() == ErrorKind::input_output);
    CHECK(says(none, "none: No such file"));
    CHECK(says(caught_error([&] { return read_trec_file(folder.path().string()); }),
               "Is a directory"));
}
