#include "searcher/possible_articles.hpp"

#include <algorithm>

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
            const PossibleArticles possible = find_possible(scope, matcher, weights);
            CHECK(possible.are_sure == is_sure);
            CHECK(std::ranges::is_sorted(possible.articles));
            CHECK(possible.scores.size() == possible.articles.size());
            const ArticleSet found = match_segment(scope).articles;
            CHECK(std::ranges::includes(possible.articles, found));
            if (is_sure) CHECK(possible.articles == found);
            // Decided bit by bit, the same is found.
            ArticleSet half;
            for (std::size_t i = 0; i < possible.articles.size(); i += 2)
                half.push_back(possible.articles[i]);
            matcher.decide(half);
            CHECK(matches.articles == in_both(found, half));
            matcher.decide(possible.articles);
            CHECK(matches.articles == found);
        }
    }
}
