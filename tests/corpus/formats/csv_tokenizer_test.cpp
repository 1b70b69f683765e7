#include "corpus/formats/csv_tokenizer.hpp"

#include "tests/catch.hpp"

using namespace dateline;

namespace {

using Strings = std::vector<std::string>;

Strings strings(const CsvTokenizer& tokenizer) {
    const auto cells = tokenizer.cells();
    return {cells.begin(), cells.end()};
}

/// The cells of a row that is one line.
Strings cells_of(std::string_view line, const CsvDialect& dialect = {},
                 CsvQuoting quoting = CsvQuoting::strict) {
    CsvTokenizer tokenizer(dialect);
    tokenizer.begin(quoting);
    if (tokenizer.feed(line) == CsvState::open) tokenizer.finish();
    return strings(tokenizer);
}

}  // namespace

TEST_CASE("cells are without the spaces and line ends around them") {
    CHECK(cells_of("a, b ,\"c, d\" \r\n") == Strings{"a", "b", "c, d"});
    CHECK(cells_of("a,\"say \"\"no\"\"\",") == Strings{"a", "say \"no\"", ""});
    CHECK(cells_of(",,\n") == Strings{"", "", ""});
    CHECK(cells_of("one\r\n") == Strings{"one"});
}

TEST_CASE("every delimiter can be one, a tab at the beginning too") {
    CHECK(cells_of("\ta b\t\n", {.delimiter = '\t'}) == Strings{"", "a b", ""});
    CHECK(cells_of("a;b,c\n", {.delimiter = ';'}) == Strings{"a", "b,c"});
    CHECK(cells_of("a|\"b|c\"\n", {.delimiter = '|'}) == Strings{"a", "b|c"});
    CHECK(cells_of("a,b\r", {.line_end = '\r'}) == Strings{"a", "b"});
}

TEST_CASE("a quoted cell goes on over lines, carriage returns and all") {
    CsvTokenizer tokenizer(CsvDialect{});
    tokenizer.begin(CsvQuoting::strict);
    CHECK(tokenizer.feed("1,\"two\r\n") == CsvState::open);
    CHECK(tokenizer.feed("\n") == CsvState::open);
    CHECK(tokenizer.feed("lines\",3\r\n") == CsvState::ended);
    CHECK(strings(tokenizer) == Strings{"1", "two\r\n\nlines", "3"});
}

TEST_CASE("strict quoting tells quotes that cannot be") {
    CsvTokenizer tokenizer(CsvDialect{});
    for (const char* line : {"a,5\" pipe\n", "a,\"b\" c\n"}) {
        CAPTURE(line);
        tokenizer.begin(CsvQuoting::strict);
        CHECK(tokenizer.feed(line) == CsvState::misquoted);
    }
    tokenizer.begin(CsvQuoting::strict);
    CHECK(tokenizer.feed("a,\"b\n") == CsvState::open);
    CHECK(tokenizer.finish() == CsvState::misquoted);
    tokenizer.begin(CsvQuoting::strict);
    CHECK(tokenizer.feed("a,b\n") == CsvState::ended);
}

TEST_CASE("loose quoting takes a quote inside a cell for text, no quoting takes all") {
    CHECK(cells_of("1,\"he said \"no\" twice\",3\n", {}, CsvQuoting::loose) ==
          Strings{"1", "he said \"no\" twice", "3"});
    CHECK(cells_of("\"Yes,\" he said,2\n", {}, CsvQuoting::none) ==
          Strings{"\"Yes", "\" he said", "2"});
}

TEST_CASE("backslash escapes of databases") {
    const CsvDialect dialect{.has_backslash_escapes = true};
    CHECK(cells_of("1,\"say \\\"no\\\", twice\",\"C:\\\\\",\\N\n", dialect) ==
          Strings{"1", "say \"no\", twice", "C:\\", "\\N"});
    CHECK(cells_of("\"two\\nlines\"\n", dialect) == Strings{"two\nlines"});
    CHECK(cells_of("\"C:\\new\"\n") == Strings{"C:\\new"});
}
