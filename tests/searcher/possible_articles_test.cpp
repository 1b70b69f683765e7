#include "searcher/possible_articles.hpp"

#include <algorithm>
#include <tuple>

#include "tests/catch.hpp"
#include "tests/searcher/sample_index.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

std::vector<Article> articles() {
    std::vector<Article> made;
    for (int i = 0; i < 300; ++i) {
        std::string body = "The day " + std::to_string(i) + ".";
        if (i % 2 == 0) body += " A storm came.";
        if (i % 3 == 0) body += i % 6 == 0 ? " A quake and a storm." : " The quake.";
        made.push_back(article("a" + std::to_string(1000 + i), "", body));
        made.back().source = i % 5 == 0 ? "Stage" : "Courier";
        if (i % 7 == 0) made.back().language = "de";
    }
    return made;
}

}  // namespace

TEST_CASE("no article that matches is impossible, and where terms tell all are sure") {
    const SampleIndex sample(articles());
    sample.bury({"a1000", "a1006", "a1299"});
    const Index index = sample.open();
    for (const auto& [text, is_sure] : std::vector<std::pair<std::string, bool>>{
             {"storm", true},
             {"storm quake", true},
             {"storm AND quake", true},
             {"storm NOT quake", true},
             {"+storm -quake day", true},
             {"NOT storm", true},
             {"storm AND source:stage", true},
             {"source:stage", true},
             {"the", true},
             {"the storm", true},
             {"date:none NOT quake", true},
             {"\"quake and\"", false},
             {"NOT \"quake and\"", false},
             {"storm NOT \"the quake\"", false},
             {"\"a storm\" quake", false},
             {"quake w/2 storm", false},
             {"storm AND (quake w/2 storm OR source:stage)", false},
             {"storm OR (quake AND source:stage)", true},
             {"quake OR (storm NOT \"the quake\")", false}}) {
        INFO(text);
        Analyzers analyzers;
        const Query query = parse_query(text);
        for (const std::uint32_t needed : {1U, 2U}) {
            const Plan plan = make_plan(query, index.languages(), analyzers, WordsNeeded{needed});
            const SegmentScope scope(index.segments().front(), plan, analyzers);
            SegmentMatches matches;
            SegmentMatcher matcher(scope, matches);
            const QueryWeights weights{std::vector<std::uint64_t>(plan.leaves.size(), 1000),
                                       1000 * plan.leaves.size(),
                                       std::vector<double>(plan.leaves.size(), 1),
                                       {300, 300, 9000}};
            const PossibleArticles possible(scope, matcher, weights);
            const ArticleSet& articles = possible.articles();
            CHECK(possible.are_sure() == is_sure);
            CHECK(std::ranges::is_sorted(articles));
            CHECK(possible.count() == articles.size());
            CHECK(possible.scores().size() == (is_sure ? 0 : articles.size()));
            const ArticleSet found = match_segment(scope).articles;
            CHECK(std::ranges::includes(articles, found));
            if (is_sure) CHECK(articles == found);
            // Decided bit by bit, the same is found.
            ArticleSet half;
            for (std::size_t i = 0; i < articles.size(); i += 2) half.push_back(articles[i]);
            matcher.decide(half);
            CHECK(matches.articles == in_both(found, half));
            matcher.decide(articles);
            CHECK(matches.articles == found);
        }
    }
}

TEST_CASE("no article of a block has more to say than the most that its block may") {
    const SampleIndex sample(articles());
    sample.bury({"a1000", "a1006", "a1299"});
    const Index index = sample.open();
    for (const char* const text :
         {"storm", "storm quake", "storm OR quake OR came", "day storm quake came",
          "+storm -quake day", "NOT storm", "storm OR (quake AND source:stage)",
          "headline:storm OR storm", "zebra OR quake"}) {
        INFO(text);
        Analyzers analyzers;
        const Query query = parse_query(text);
        const Plan plan = make_plan(query, index.languages(), analyzers);
        const SegmentScope scope(index.segments().front(), plan, analyzers);
        SegmentMatches matches;
        SegmentMatcher matcher(scope, matches);
        std::vector<std::uint64_t> weights;
        std::uint64_t total = 0;
        for (std::size_t leaf = 0; leaf < plan.leaves.size(); ++leaf)
            total += weights.emplace_back(1000 + 700 * leaf);
        // Averages of an archive that has longer or shorter articles than the segment.
        for (const std::uint64_t bytes : {3000U, 9000U, 90000U}) {
            const QueryWeights weighed{
                weights, total, std::vector<double>(weights.size(), 1), {300, 300, bytes}};
            const PossibleArticles possible(scope, matcher, weighed);
            REQUIRE_FALSE(possible.blocks().empty());
            std::uint64_t found = 0;
            for (PossibleArticles::Block block : possible.blocks()) {
                const auto is_less = [](const ArticleScore& a, const ArticleScore& b) {
                    return std::tie(a.coverage, a.evidence) < std::tie(b.coverage, b.evidence);
                };
                BlockScores scores;
                const ArticleBits all = possible.score(block.number, block.articles, {}, scores);
                CHECK(all == block.articles);
                found += all.count();
                ArticleScore best;
                block.articles.for_each([&](std::uint32_t place) {
                    CHECK_FALSE(is_less(block.most, scores[place]));
                    best = std::max(best, scores[place], is_less);
                });
                // Those that are left out have less to say than is asked for.
                for (const double share : {0.5, 0.9, 0.999}) {
                    const ArticleScore least{best.coverage, share * best.evidence};
                    BlockScores again;
                    const ArticleBits scored =
                        possible.score(block.number, block.articles, least, again);
                    CHECK((scored & block.articles) == scored);
                    block.articles.for_each([&](std::uint32_t place) {
                        if (!scored.has(place)) CHECK(is_less(scores[place], least));
                        if (scored.has(place))
                            CHECK(again[place].evidence == scores[place].evidence);
                    });
                }
                CHECK(block.most.evidence <= 1.001);
            }
            CHECK(found == possible.count());
        }
    }
}
