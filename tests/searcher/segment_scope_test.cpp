#include "searcher/segment_scope.hpp"

#include "tests/catch.hpp"
#include "tests/searcher/sample_index.hpp"

using namespace dateline;
using namespace dateline::test;

TEST_CASE("each segment's languages are numbered as the plan numbers them") {
    std::vector<Article> articles{article("a", "Storm", ""), article("b", "Sturm", ""),
                                  article("c", "Tempête", "")};
    articles[1].language = "de";
    articles[2].language = "fr";
    const SampleIndex sample(articles, 3);
    const Index index = sample.open();
    REQUIRE(index.segments().size() == 3);
    Analyzers analyzers;
    const Query query = parse_query("storm");
    const Plan plan = make_plan(query, index.languages(), analyzers);
    for (const Segment& segment : index.segments()) {
        const SegmentScope scope(segment, plan, analyzers);
        CHECK(plan.languages[scope.language(0)] == segment.header(0).language);
        CHECK(scope.analyzer(0).language() == segment.header(0).language);
        CHECK(scope.docids(0) == std::pair<DocId, DocId>{1, 2});
    }
}

TEST_CASE("postings that were asked for before are as the segment has them") {
    std::vector<Article> articles;
    for (int i = 0; i < 700; ++i)
        articles.push_back(article("a" + std::to_string(1000 + i), "News",
                                   i % 7 == 0 ? "A storm and a quake." : "A storm."));
    const SampleIndex sample(articles);
    const Index index = sample.open();
    const Segment& segment = index.segments().front();
    Analyzers analyzers;
    const Query query = parse_query("storm");
    const Plan plan = make_plan(query, index.languages(), analyzers);
    const SegmentScope scope(segment, plan, analyzers);
    const ArticleSet some{0, 7, 8, 300, 699};
    for (const char* const term : {"storm", "quak", "zebra"})
        for (int times = 0; times < 2; ++times) {
            CHECK(scope.frequency(term) == segment.frequency(term));
            CHECK(scope.postings(term) == segment.postings(term));
            CHECK(scope.postings(term, some) == segment.postings(term, some));
            CHECK(scope.postings(term, {}).empty());
        }
}

TEST_CASE("texts of an article are read with its own analyzer and stay where they are") {
    std::string body;
    for (int i = 0; i < 100; ++i) body += "The storms went on for another day. ";
    const SampleIndex sample({article("a", "Storms again", body)});
    const Index index = sample.open();
    Analyzers analyzers;
    const Query query = parse_query("storm");
    const Plan plan = make_plan(query, index.languages(), analyzers);
    const SegmentScope scope(index.segments().front(), plan, analyzers);
    ArticleText text(scope, 0);
    REQUIRE(text.passage_count() > 2);
    const ArticleText::Part& second = text.passage(1);
    const std::vector<const Word*> words = words_of(second.tokens);
    CHECK(text.passage(2).stored.number == 3);
    CHECK(second.stored.number == 2);
    CHECK(words.size() == second.tokens.size());
    CHECK(words[1]->term == "storm");
    CHECK(words[1]->folded == "storms");
    CHECK(text.header().headline == "Storms again");
    CHECK(text.headline_tokens().size() == 2);
}
