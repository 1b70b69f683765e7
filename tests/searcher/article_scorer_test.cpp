#include "searcher/article_scorer.hpp"

#include <array>

#include "tests/catch.hpp"
#include "tests/searcher/sample_index.hpp"

using namespace dateline;
using namespace dateline::test;

TEST_CASE("an article says more the more often words stand in it, and the more they weigh") {
    const SampleIndex sample({article("a", "", "Storm and quake of the day.")});
    const Index index = sample.open();
    Analyzers analyzers;
    const Query query = parse_query("storm quake the");
    const Plan plan = make_plan(query, index.languages(), analyzers);
    const SegmentScope scope(index.segments().front(), plan, analyzers);
    const QueryWeights weights{{3000, 1000, 500}, 4000, {1, 1, 1}, {1, 1, 30}};
    const ArticleScorer scorer(scope, weights);
    const auto score = [&](std::uint8_t storm, std::uint8_t quake, std::uint8_t the) {
        return scorer.score(0, std::array<std::uint8_t, 3>{storm, quake, the});
    };
    CHECK(score(0, 0, 0).coverage == 0);
    CHECK(score(0, 0, 0).evidence == 0);
    CHECK(score(1, 0, 0).coverage == 1);
    CHECK(score(1, 1, 1).coverage == 2);  // stop words apart
    CHECK(score(1, 1, 9).evidence == score(1, 1, 0).evidence);
    CHECK(score(1, 0, 0).evidence > score(0, 1, 0).evidence);
    double before = 0;
    for (std::uint32_t frequency = 1; frequency < 256; ++frequency) {
        const double now = score(static_cast<std::uint8_t>(frequency), 0, 0).evidence;
        CHECK(now > before);
        CHECK(now < 0.75);
        before = now;
    }
}
