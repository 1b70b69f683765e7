#include "searcher/freshness.hpp"

#include "tests/catch.hpp"
#include "tests/searcher/sample_index.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

const Day today = *day_number({2020, 3, 1});

Article dated(const std::string& id, const std::string& date) {
    Article made = article(id, "Report " + id, "The storm of " + id + ".");
    made.date.raw = date;
    return made;
}

double left_of(const Index& index, const std::string& id, std::optional<Freshness> freshness) {
    return Fading(index, freshness).of(*index.find_article(id));
}

}  // namespace

TEST_CASE("a score is halved with each half-life") {
    const SampleIndex sample(
        {dated("today", "2020-03-01"), dated("tomorrow", "2020-03-02"), dated("old", "2020-02-20"),
         dated("older", "2020-02-10"), dated("undated", "")},
        3);
    const Index index = sample.open();
    const Freshness freshness{10, today};
    CHECK(left_of(index, "today", freshness) == 1);
    CHECK(left_of(index, "tomorrow", freshness) == 1);
    CHECK(left_of(index, "old", freshness) == 0.5);
    CHECK(left_of(index, "older", freshness) == 0.25);
    CHECK(left_of(index, "undated", freshness) == 0.25);
    CHECK(left_of(index, "older", Freshness{40, today}) == Approx(0.7071).epsilon(0.001));
    CHECK(left_of(index, "older", std::nullopt) == 1);
}

TEST_CASE("a dead article is not the oldest") {
    const SampleIndex sample(
        {dated("dead", "1990-01-01"), dated("old", "2020-02-20"), dated("undated", "")});
    sample.bury({"dead"});
    CHECK(left_of(sample.open(), "undated", Freshness{10, today}) == 0.5);
}

TEST_CASE("something is left of every score") {
    const SampleIndex sample({dated("first", "1650-01-01"), dated("undated", "")});
    const Index index = sample.open();
    CHECK(left_of(index, "first", Freshness{1, today}) > 0);
    CHECK(left_of(index, "undated", Freshness{1, today}) ==
          left_of(index, "first", Freshness{1, today}));
    const SampleIndex undated({dated("a", ""), dated("b", "")});
    CHECK(left_of(undated.open(), "a", Freshness{1, today}) == 1);
}
