#include "searcher/words_option.hpp"

#include <CLI/CLI.hpp>

#include "corpus/error.hpp"
#include "tests/catch.hpp"

using namespace dateline;

namespace {

WordsNeeded needed(const std::string& typed, WordsNeeded otherwise = {}) {
    CLI::App app;
    WordsChoice choice;
    add_words_options(app, choice);
    app.parse(typed);
    return words_needed(choice, otherwise);
}

}  // namespace

TEST_CASE("how many bare words are needed is said by one option, or by the command") {
    CHECK(needed("").count == 1);
    CHECK(needed("", {5}).count == 5);
    CHECK(needed("--any", {5}).count == 1);
    CHECK(needed("--all").count == WordsNeeded::all);
    CHECK(needed("--min 3", {5}).count == 3);
    CHECK_THROWS_AS(needed("--any --all"), CLI::ExcludesError);
    CHECK_THROWS_AS(needed("--min 2 --all"), CLI::ExcludesError);
    CHECK_THROWS_AS(words_needed({.any = true, .min = 2}), Error);
    CHECK_THROWS_AS(needed("--min 0"), CLI::ValidationError);
}
