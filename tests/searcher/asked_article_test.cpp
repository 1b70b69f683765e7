#include "searcher/asked_article.hpp"

#include "searcher/plan.hpp"
#include "tests/catch.hpp"
#include "tests/searcher/sample_index.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

using Positions = std::vector<std::uint32_t>;

std::string filling(int times) {
    std::string text;
    for (int i = 0; i < times; ++i) text += "calm winds blew ";
    return text;
}

}  // namespace

TEST_CASE("codes and analysed texts give the same words, sentences and paragraphs") {
    Analyzers analyzers;
    const Query query = parse_query("(storm calm) w/s winds");
    for (const char* more : {"", " \u5317\u4eac\u5927\u5b66"}) {
        const SampleIndex sample({article("a", std::string("Storm warning") + more,
                                          filling(40) + "storm." + more +
                                              "\n\nA storm's end, said Mr. Doe. Storms came; " +
                                              filling(50) + "storm")});
        const Index index = sample.open();
        const Plan plan = make_plan(query, index.languages(), analyzers);
        const SegmentScope scope(index.segments()[0], plan, analyzers);
        const AskedWords& words = plan.leaves[0].words[0];
        const auto [first, end] = scope.docids(0);
        REQUIRE(end - first > 1);
        AskedArticleReader reader(scope, words, {true});
        const AskedArticle& read = reader.read(0, {0, end - first});

        ArticleText text(scope, 0);
        AskedArticle expected;
        std::uint32_t position = 0;
        for (std::uint32_t i = 0; i < text.passage_count(); ++i) {
            const ArticleText::Part& part = text.passage(i);
            for (std::size_t word = 0; word < part.tokens.size(); ++word)
                CHECK(reader.passage_of(position + static_cast<std::uint32_t>(word)) == i);
            position = add_tokens(part.tokens, part.stored.text, part.stored.breaks, words,
                                  position, expected[1]);
            if (i == 0) CHECK(read[1].lead_end == position);
        }
        add_tokens(text.headline_tokens(), text.header().headline, {}, words, 0, expected[0]);
        CHECK(read[0].positions == expected[0].positions);
        CHECK(read[1].positions == expected[1].positions);
        CHECK(read[1].sentence_ends == expected[1].sentence_ends);
        CHECK(read[1].paragraph_ends == expected[1].paragraph_ends);
        CHECK_FALSE(read[1].paragraph_ends.empty());
    }
}

TEST_CASE("a run of passages counts words from its first") {
    Analyzers analyzers;
    const Query query = parse_query("storm w/5 calm");
    const SampleIndex sample({article("a", "", filling(50) + ".\n\nstorm " + filling(50))});
    const Index index = sample.open();
    const Plan plan = make_plan(query, index.languages(), analyzers);
    const SegmentScope scope(index.segments()[0], plan, analyzers);
    AskedArticleReader reader(scope, plan.leaves[0].words[0], {true});
    const AskedArticle& read = reader.read(0, {1, 2});
    CHECK(read[1].positions[0] == Positions{0});
    CHECK(reader.passage_of(0) == 1);
    CHECK(read[1].lead_end == 0);
}
