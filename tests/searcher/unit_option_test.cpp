#include "searcher/unit_option.hpp"

#include <CLI/CLI.hpp>

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("the unit of an answer is article or passage, and nothing else") {
    CLI::App app;
    AnswerUnit unit = AnswerUnit::article;
    add_unit_option(app, unit);
    app.parse("--unit passage");
    CHECK(unit == AnswerUnit::passage);
    app.parse("--unit=article");
    CHECK(unit == AnswerUnit::article);
    CHECK_THROWS_AS(app.parse("--unit sentence"), CLI::ValidationError);
}
