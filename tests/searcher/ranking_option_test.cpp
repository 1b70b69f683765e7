#include "searcher/ranking_option.hpp"

#include <CLI/CLI.hpp>

#include "corpus/error.hpp"
#include "tests/catch.hpp"

using namespace dateline;

namespace {

RankingOptions options(const std::string& typed) {
    CLI::App app;
    RankingChoice choice;
    add_ranking_options(app, choice);
    app.parse(typed);
    return ranking_options(choice, 18'000);
}

}  // namespace

TEST_CASE("feedback is automatic unless always or never is asked for") {
    CHECK(options("").feedback == FeedbackUse::automatic);
    CHECK(options("--expand=auto").feedback == FeedbackUse::automatic);
    CHECK(options("--expand").feedback == FeedbackUse::always);
    CHECK(options("--expand --fresh 2d").feedback == FeedbackUse::always);
    CHECK(options("--expand=always").feedback == FeedbackUse::always);
    CHECK(options("--expand=never").feedback == FeedbackUse::never);
    CHECK_THROWS_AS(options("--expand=sometimes"), Error);
}

TEST_CASE("scores fade only where a half-life is given") {
    CHECK_FALSE(options("").freshness);
    const std::optional<Freshness> freshness = options("--fresh 2w").freshness;
    REQUIRE(freshness);
    CHECK(freshness->half_life_days == 14);
    CHECK(freshness->today == 18'000);
    CHECK(options("--fresh 1y").freshness->half_life_days == Approx(365.2425));
    for (const auto* wrong : {"0d", "d", "30", "3h", "week", "2020"})
        CHECK_THROWS_AS(options(std::string("--fresh ") + wrong), Error);
}
