#include "searcher/asked_query.hpp"

#include "corpus/error.hpp"
#include "tests/catch.hpp"
#include "tests/searcher/sample_index.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

std::uint64_t bare_words_in(const Query& query) {
    Analyzers analyzers;
    return bare_words_of(make_plan(query, {"en"}, analyzers));
}

}  // namespace

TEST_CASE("how many bare words a query has that count, and how many of them are needed") {
    CHECK(bare_words_in(parse_query("nato")) == 0);
    CHECK(bare_words_in(parse_query("nato training iraq")) == 3);
    CHECK(bare_words_in(parse_query("nato training OR (port bay storm) date:2020")) == 3);
    CHECK(bare_words_in(parse_query("nato \"a b\" -port training")) == 2);
    CHECK(bare_words_in(parse_query("what is nato")) == 1);
    CHECK(bare_words_in(parse_query("what is")) == 2);
    CHECK(bare_words_in(parse_query("nato nato training")) == 2);
    CHECK(words_needed_text({1}, 0).empty());
    CHECK(words_needed_text({1}, 1).empty());
    CHECK(words_needed_text({1}, 3) == "any of 3 words");
    CHECK(words_needed_text({2}, 3) == "2 of 3 words");
    CHECK(words_needed_text({9}, 3) == "all of 3 words");
    CHECK(words_needed_text({WordsNeeded::all}, 2) == "all of 2 words");
}

TEST_CASE("words that the index does not hold are told with what they were probably meant to be") {
    const SampleIndex sample(
        {article("a", "Training", "The training goes on."), article("b", "Training", "In Iraq.")});
    const Index index = sample.open();
    Analyzers analyzers;
    const Query query = parse_query("trainig iraq xyzzy trainig");
    const auto unknown = unknown_words(make_plan(query, index.languages(), analyzers), index);
    CHECK(unknown == std::vector<UnknownWord>{{"trainig", "Training"}, {"xyzzy", ""}});
    CHECK(unknown_words_note(unknown) == "no article has trainig (did you mean Training?), xyzzy");
    CHECK(unknown_words_note({}) == std::nullopt);
}

TEST_CASE("what is no query is refused, or read as words") {
    const GlobalOptions global;
    CHECK_THROWS_AS(read_query(global, "nato AND", false), Error);
    CHECK(read_query(global, "nato training", true) == parse_query("nato training"));
    CHECK(bare_words_in(read_query(global, "nato (training", true)) == 2);
}
