#include "searcher/rank.hpp"

#include "tests/catch.hpp"
#include "tests/searcher/sample_index.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

using Ids = std::vector<std::string>;

Article dated(const std::string& id, const std::string& date) {
    Article made = article(id, "Report " + id, "The same storm for all.");
    made.date.raw = date;
    return made;
}

}  // namespace

TEST_CASE("weights fall with the number of articles and are 0 for what does not rank") {
    Plan plan;
    plan.leaves.resize(4);
    for (TextLeaf& leaf : plan.leaves) leaf.ranks = true;
    plan.leaves[3].ranks = false;
    std::vector<SegmentMatches> segments(2);
    segments[0].leaves.resize(4);
    segments[1].leaves.resize(4);
    segments[0].leaves[0].articles = {1};
    segments[0].leaves[1].articles = {1, 2};
    segments[1].leaves[1].articles = {0, 3};
    const std::vector<std::uint64_t> weights = leaf_weights(plan, segments, 10);
    CHECK(weights[0] == 1992);  // 1000 ln(1 + 9.5 / 1.5)
    CHECK(weights[1] == 894);   // 1000 ln(1 + 6.5 / 4.5)
    CHECK(weights[2] == 3091);  // 1000 ln(1 + 10.5 / 0.5)
    CHECK(weights[3] == 0);
}

TEST_CASE("equal scores are in document order, across segments too") {
    const std::vector<Article> articles{dated("d", ""),
                                        dated("z", "2020-01-05"),
                                        dated("b", "2020-01-04"),
                                        dated("a", "2020-01-04"),
                                        dated("c", ""),
                                        dated("y", "2020-01-05T10:00:00Z"),
                                        dated("m", "2020-01-05T09:00:00Z")};
    for (const std::size_t segments : {1U, 3U}) {
        const SampleIndex sample(articles, segments);
        const Index index = sample.open();
        CHECK(index.segments().size() == segments);
        const Ids expected{"y", "m", "z", "a", "b", "c", "d"};
        CHECK(ids_of(index, "storm") == expected);
        CHECK(ids_of(index, "NOT quake") == expected);
    }
}

TEST_CASE("more of the words come first, then better passages") {
    const SampleIndex sample(
        {article("both", "", "A long report on many things, a storm, a quake."),
         article("much", "", "Storm, storm, storm."),
         article("some", "", "A storm in a teacup is hardly a storm at all."),
         article("headline", "Storm", "Storm, storm, storm.")});
    CHECK(ids_of(sample.open(), "storm quake") == Ids{"both", "headline", "much", "some"});
}

TEST_CASE("passages rank by words, then score, then reading order") {
    const PassageScore more{.docid = 9, .matched = 2, .counted = 2, .score = 5};
    const PassageScore strong{.docid = 8, .matched = 1, .counted = 1, .score = 7};
    const PassageScore early{.docid = 3, .matched = 1, .counted = 1, .score = 6};
    const PassageScore late{.docid = 4, .matched = 1, .counted = 1, .score = 6};
    CHECK(ranks_before(more, strong));
    CHECK(ranks_before(strong, early));
    CHECK(ranks_before(early, late));
    CHECK_FALSE(ranks_before(late, early));
}

TEST_CASE("scores shown keep the order: whole part words, fraction below 1") {
    const std::vector<std::uint64_t> weights{1000, 2000};
    const auto shown = [&](std::uint32_t coverage, std::uint64_t evidence) {
        return shown_score(RankedArticle{{}, 0, coverage, evidence}, weights);
    };
    const std::uint64_t most = 2 * 127 * 3000;
    CHECK(shown(1, most) < 2);
    CHECK(shown(1, most) < shown(2, 0));
    CHECK(shown(1, most - 1) < shown(1, most));
    CHECK(shown(0, 0) == 0);
    CHECK(shown_score(PassageScore{.docid = 1, .matched = 2, .counted = 2, .score = most / 2},
                      weights) < 3);
}

TEST_CASE("an article's scores are the same whatever was asked before") {
    std::vector<Article> articles;
    for (int i = 0; i < 30; ++i)
        articles.push_back(article("a" + std::to_string(i), "Report " + std::to_string(i),
                                   i % 3 == 0 ? "A storm." : "Calm."));
    const SampleIndex sample(articles);
    const Index index = sample.open();
    Analyzers analyzers;
    const Query query = parse_query("storm calm");
    const Plan plan = make_plan(query, index.languages(), analyzers);
    const SegmentScope scope(index.segments().front(), plan, analyzers);
    const SegmentMatches matches = match_segment(scope);
    const std::vector<std::uint64_t> weights{3, 5};
    PassageScorer forward(scope, matches, weights);
    PassageScorer backward(scope, matches, weights);
    std::vector<std::uint64_t> scores;
    for (std::uint32_t i = 0; i < 30; ++i) {
        REQUIRE(forward.score(i).size() == 1);
        CHECK(forward.coverage() == 1);
        scores.push_back(forward.score(i)[0].score);
    }
    for (std::uint32_t i = 30; i-- > 0;) CHECK(backward.score(i)[0].score == scores[i]);
}
