#include "searcher/block_evaluator.hpp"

#include "tests/catch.hpp"
#include "tests/searcher/sample_index.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

std::vector<Article> articles() {
    std::vector<Article> made;
    for (int i = 0; i < 1100; ++i) {
        std::string body = "Day " + std::to_string(i) + ".";
        if (i % 2 == 0) body += " A storm came.";
        if (i % 3 == 0) body += " The quake.";
        if (i / 256 == 2) body += " A zebra.";
        made.push_back(article("a" + std::to_string(10000 + i), "", body));
        made.back().source = i > 900 ? "Stage" : "Courier";
    }
    return made;
}

/// A query as a segment is looked at for it.
struct Evaluated {
    Evaluated(const Index& index, const std::string& text)
        : query(parse_query(text)),
          plan(make_plan(query, index.languages(), analyzers)),
          scope(index.segments().front(), plan, analyzers),
          matcher(scope, matches),
          evaluator(scope, matcher) {}

    Analyzers analyzers;
    Query query;
    Plan plan;
    SegmentScope scope;
    SegmentMatches matches;
    SegmentMatcher matcher;
    BlockEvaluator evaluator;
};

}  // namespace

TEST_CASE("a glance at a block finds the articles that a look does, and those are what matches") {
    const SampleIndex sample(articles());
    sample.bury({"a10000", "a10600"});
    const Index index = sample.open();
    for (const char* const text :
         {"storm", "storm quake", "storm AND quake", "quake NOT storm", "NOT storm",
          "storm AND source:stage", "source:stage OR zebra", "storm OR (quake AND source:stage)",
          "zebra AND quake", "+zebra storm", "date:2019 storm", "nothing"}) {
        INFO(text);
        Evaluated evaluated(index, text);
        BlockEvaluator& evaluator = evaluated.evaluator;
        ArticleSet found;
        for (std::uint32_t number = evaluator.next(0); number < evaluated.scope.block_count();
             number = evaluator.next(number + 1)) {
            const FoundInBlock looked = evaluator.look(number);
            CHECK(looked.possible == looked.sure);
            const ArticleBits glanced = evaluator.glance(number);
            CHECK(glanced == looked.possible);
            glanced.for_each([&](std::uint32_t place) {
                found.push_back(number * articles_each_block + place);
            });
        }
        CHECK(found == match_segment(evaluated.scope).articles);
    }
}

TEST_CASE("blocks without a word, a value or a day that is asked for are passed over") {
    const SampleIndex sample(articles());
    const Index index = sample.open();
    for (const auto& [text, first] :
         std::vector<std::pair<std::string, std::uint32_t>>{{"zebra", 2},
                                                            {"zebra AND storm", 2},
                                                            {"storm AND source:stage", 3},
                                                            {"source:stage", 3},
                                                            {"zebra OR source:stage", 2},
                                                            {"storm NOT zebra", 0},
                                                            {"NOT zebra", 0},
                                                            {"date:2019", 5},
                                                            {"storm AND date:2019", 5}}) {
        INFO(text);
        Evaluated evaluated(index, text);
        REQUIRE(evaluated.scope.block_count() == 5);
        CHECK(evaluated.evaluator.next(0) == first);
    }
}
