#include "searcher/set_option.hpp"

#include <CLI/CLI.hpp>

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("queries whose answer is a set take the options of searches") {
    CLI::App app;
    SetChoice choice;
    add_set_options(app, choice);
    app.parse("--min 2 --lenient");
    CHECK(choice.words.min == 2);
    CHECK(choice.is_lenient);
    CHECK_FALSE(choice.words.any);
}
