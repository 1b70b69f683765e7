#include "searcher/matched_index.hpp"

#include "tests/catch.hpp"
#include "tests/searcher/sample_index.hpp"

using namespace dateline;
using namespace dateline::test;

TEST_CASE("a query is matched in every segment, and weighed over all of them") {
    const SampleIndex sample({article("a", "", "NATO trains in Iraq."),
                              article("b", "", "NATO met."), article("c", "", "Iraq voted.")},
                             2);
    const Index index = sample.open();
    REQUIRE(index.segments().size() > 1);
    const MatchedIndex matched(index, parse_query("(nato AND iraq) w/5 train^2"), {});
    CHECK(to_string(matched.query()) == "nato w/5 train AND iraq w/5 train");
    REQUIRE(matched.matches().size() == index.segments().size());
    std::size_t articles = 0;
    for (const SegmentMatches& segment : matched.matches()) articles += segment.articles.size();
    CHECK(articles == 1);
    CHECK(matched.weights().leaves.size() == matched.plan().leaves.size());
    CHECK(matched.notes().empty());
}
