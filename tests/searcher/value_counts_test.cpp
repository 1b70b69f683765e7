#include "searcher/value_counts.hpp"

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("values that differ only in case and diacritics are one, spelled as most are") {
    ValueCounts counts;
    counts.add_article({"Zürich"});
    counts.add_article({"ZURICH", "Zürich", "Bern"});
    counts.add_article({"zurich"});
    counts.add_article({"Zürich"});
    counts.add_article({});
    counts.add_article({""});
    const auto values = counts.most(0);
    REQUIRE(values.size() == 2);
    CHECK(values[0].folded == "zurich");
    CHECK(values[0].articles == 4);
    CHECK(values[0].spelling == "Zürich");
    CHECK(values[1].spelling == "Bern");
    CHECK(counts.without() == 2);
}

TEST_CASE("the values of most articles come first, equals by what they fold to") {
    ValueCounts counts;
    counts.add_folded("b", 2);
    counts.add_folded("c", 3);
    counts.add_folded("a", 2);
    counts.add_without(7);
    const auto values = counts.most(2);
    REQUIRE(values.size() == 2);
    CHECK(values[0].folded == "c");
    CHECK(values[1].folded == "a");
    CHECK(values[1].spelling.empty());
    CHECK(counts.value_count() == 3);
    CHECK(counts.without() == 7);
}

TEST_CASE("of equally frequent spellings it is the first in byte order") {
    CHECK(most_frequent({{"b", 2}, {"a", 2}, {"c", 1}}) == "a");
    CHECK(most_frequent({}).empty());
}
