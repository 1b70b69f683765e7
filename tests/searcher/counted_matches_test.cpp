#include "searcher/counted_matches.hpp"

#include "corpus/impact.hpp"
#include "tests/catch.hpp"
#include "tests/searcher/sample_index.hpp"

using namespace dateline;
using namespace dateline::test;

TEST_CASE("what was found in texts has the impacts of words that stand there as often") {
    std::string body;
    for (int i = 0; i < 60; ++i) body += "The storms went on for another day. ";
    const SampleIndex sample({article("a", "Storms", body), article("b", "", "Calm.")});
    const Index index = sample.open();
    Analyzers analyzers;
    const Query query = parse_query("storm");
    const Plan plan = make_plan(query, index.languages(), analyzers);
    const SegmentScope scope(index.segments().front(), plan, analyzers);
    const auto [first, end] = scope.docids(0);
    REQUIRE(end - first > 1);
    CountedMatches matches(scope);
    matches.add(first, true, 2);
    matches.add(first + 1, false, 3);
    matches.add(end, true, 0);
    const LeafMatches all = std::move(matches).all();
    const double tokens = tokens_each(scope.articles().text_bytes(0), end - first);
    CHECK(all.articles == ArticleSet{0, 1});
    REQUIRE(all.passages.size() == 3);
    CHECK(all.passages[0] == Posting{first, impact(4, tokens)});
    CHECK(all.passages[1] == Posting{first + 1, impact(3, tokens)});
    CHECK(all.passages[2].docid == end);
}
