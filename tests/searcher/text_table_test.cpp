#include "searcher/text_table.hpp"

#include "tests/catch.hpp"

using namespace dateline;

namespace {

const TextTable table{.heading = {"topic", "one", "two", "three"},
                      .rows = {{"1", "0.5", "10", "-"}, {"Zürich", "0.25", "7", "1"}}};

}  // namespace

TEST_CASE("names stand at the left, figures at the right of their columns") {
    CHECK(render_table(table, 80) ==
          "topic    one  two  three\n"
          "1        0.5   10      -\n"
          "Zürich  0.25    7      1\n");
}

TEST_CASE("columns that do not fit go below, with the names again") {
    const std::string below =
        "topic    one  two\n"
        "1        0.5   10\n"
        "Zürich  0.25    7\n"
        "\n"
        "topic   three\n"
        "1           -\n"
        "Zürich      1\n";
    CHECK(render_table(table, 23) == below);
    CHECK(render_table(table, 17) == below);
    // However narrow, one at least.
    CHECK(render_table(table, 1).starts_with("topic    one\n"));
}

TEST_CASE("nothing in a table acts on a terminal") {
    const TextTable unsafe{.heading = {"t", "v"}, .rows = {{"\x1b[31mred", "1"}}};
    CHECK(render_table(unsafe, 80).find('\x1b') == std::string::npos);
}

TEST_CASE("figures have four decimals, and nought no sign") {
    CHECK(figure_text(0.12345) == "0.1235");
    CHECK(figure_text(0.5, true) == "+0.5000");
    CHECK(figure_text(-0.5, true) == "-0.5000");
    CHECK(figure_text(-0.00001, true) == "0.0000");
    CHECK(probability_text(0.0499) == "0.0499");
    CHECK(probability_text(0.00001) == "<0.0001");
    CHECK(probability_text(1) == "1.0000");
}

TEST_CASE("text is broken between words") {
    CHECK(wrapped_text("one two three", 8) == "one two\nthree\n");
}

TEST_CASE("a label stands before the first line, the others begin below the text") {
    CHECK(labelled_text("  terms  ", "one two three four five six", 30) ==
          "  terms  one two three four\n         five six\n");
    CHECK(labelled_text("  x: ", "", 24) == "  x: \n");
    CHECK(labelled_text("a label that is long ", "word and word and word", 5) ==
          "a label that is long word and word and\n                     word\n");
}
