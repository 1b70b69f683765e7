#include "bench/timed_queries.hpp"

#include "corpus/error.hpp"
#include "tests/catch.hpp"
#include "tests/caught_error.hpp"

using namespace dateline;

TEST_CASE("a line is a class and a query") {
    CHECK(read_timed_queries("# made by hand\na\tnato NEAR/5 iraq\r\n\nb\t\"of the\"", "q") ==
          std::vector<TimedQuery>{{"a", "nato NEAR/5 iraq", 2}, {"b", "\"of the\"", 4}});
}

TEST_CASE("of five columns the class says how the words are meant") {
    CHECK(read_timed_queries("q0\tor2\tnato iraq\t\t\n"
                             "q1\tand3\tnato iraq war\t\t\n"
                             "q2\tphrase2\twhite house\t\t\n"
                             "q3\tdate1\tnato\t2003-01-01\t2003-12-31\n",
                             "q") ==
          std::vector<TimedQuery>{{"or2", "nato iraq", 1},
                                  {"and3", "nato AND iraq AND war", 2},
                                  {"phrase2", "\"white house\"", 3},
                                  {"date1", "(nato) AND date:2003-01-01..2003-12-31", 4}});
}

TEST_CASE("any other line is an error that names it") {
    const auto error = [](const std::string& text) {
        return test::caught_error([&] { return read_timed_queries(text, "queries.tsv"); });
    };
    CHECK(test::says(error("a\tb\nnato\n"), "queries.tsv, line 2: 1 column "));
    CHECK(test::says(error("a\tb\tc\n"), "3 columns"));
    CHECK(test::says(error("\n# nothing\n"), "no queries"));
    CHECK(error("x").kind() == ErrorKind::input_output);
}
