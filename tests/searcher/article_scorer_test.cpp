#include "searcher/article_scorer.hpp"

#include <array>
#include <tuple>

#include "searcher/leaf_match.hpp"
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

TEST_CASE("articles of a block score together as they do one by one, below what a glance tells") {
    std::vector<Article> articles;
    for (int i = 0; i < 300; ++i) {
        std::string body = "Day " + std::to_string(i) + ".";
        for (int k = 0; k < i % 7; ++k) body += " Storm.";
        if (i % 3 == 0) body += " The quake.";
        articles.push_back(article("a" + std::to_string(i), "", body));
        articles.back().language = i % 5 == 0 ? "de" : "en";
    }
    const SampleIndex sample(articles);
    const Index index = sample.open();
    Analyzers analyzers;
    for (const char* const text : {"storm quake the", "storm quake the day 7"}) {
        const Query query = parse_query(text);
        const Plan plan = make_plan(query, index.languages(), analyzers);
        const SegmentScope scope(index.segments().front(), plan, analyzers);
        std::vector<std::uint64_t> weighed(plan.leaves.size(), 1500);
        weighed[0] = 4000;
        const QueryWeights weights{
            weighed, 10000, std::vector<double>(weighed.size(), 1), {300, 300, 9000}};
        const ArticleScorer scorer(scope, weights);
        std::vector<LeafMatcher> matchers;
        for (const TextLeaf& leaf : plan.leaves) matchers.emplace_back(scope, leaf);
        for (const std::uint32_t number : {0U, 1U}) {
            std::vector<LeafBlock> leaves;
            std::vector<LeafGlance> glances;
            for (LeafMatcher& matcher : matchers) {
                leaves.push_back(matcher.block(number));
                glances.push_back(matcher.glance(number));
            }
            const ArticleBits living = scope.living(number);
            const ArticleScore most = scorer.most(glances, living);
            BlockScores scores;
            scorer.score(number, leaves, living, scores);
            living.for_each([&](std::uint32_t place) {
                std::vector<std::uint8_t> frequencies;
                for (const LeafBlock& leaf : leaves) frequencies.push_back(leaf.frequencies[place]);
                const ArticleScore alone =
                    scorer.score(number * articles_each_block + place, frequencies);
                CHECK(scores[place].coverage == alone.coverage);
                CHECK(scores[place].evidence == alone.evidence);
                CHECK(std::tie(alone.coverage, alone.evidence) <=
                      std::tie(most.coverage, most.evidence));
            });
        }
    }
}
