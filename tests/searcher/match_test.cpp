#include "searcher/match.hpp"

#include "tests/catch.hpp"
#include "tests/searcher/sample_index.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

// Undated articles stand in the order of their ids: 0, 1, 2, 3.
std::vector<Article> four_articles() {
    std::vector<Article> articles{
        article("a", "Alliance in Iraq", "NATO trains."), article("b", "", "NATO and the storm."),
        article("c", "", "A storm in Iraq."), article("d", "", "Nothing of the kind.")};
    articles[3].source = "Stage";
    return articles;
}

ArticleSet found(const Index& index, const std::string& text) {
    Analyzers analyzers;
    const Query query = parse_query(text);
    const Plan plan = make_plan(query, index.languages(), analyzers);
    return match_segment(SegmentScope(index.segments().front(), plan, analyzers)).articles;
}

}  // namespace

TEST_CASE("AND, OR and NOT hold over the whole article, headline and body") {
    const SampleIndex sample(four_articles());
    const Index index = sample.open();
    CHECK(found(index, "nato AND iraq") == ArticleSet{0});
    CHECK(found(index, "nato OR iraq") == ArticleSet{0, 1, 2});
    CHECK(found(index, "nato NOT iraq") == ArticleSet{1});
    CHECK(found(index, "NOT nato") == ArticleSet{2, 3});
    CHECK(found(index, "NOT NOT nato") == ArticleSet{0, 1});
    CHECK(found(index, "(nato OR storm) AND NOT (nato AND storm)") == ArticleSet{0, 2});
}

TEST_CASE("a leaf is idle where the part of the query that it stands in does not hold") {
    const SampleIndex sample(four_articles());
    const Index index = sample.open();
    Analyzers analyzers;
    const auto idle = [&](const std::string& text, AnswerUnit unit) {
        const Query query = parse_query(text);
        const Plan plan = make_plan(query, index.languages(), analyzers, {}, unit);
        const SegmentMatches matches =
            match_segment(SegmentScope(index.segments().front(), plan, analyzers));
        return unit == AnswerUnit::article ? matches.idle_articles : matches.idle_passages;
    };
    using Idle = std::vector<std::vector<std::uint32_t>>;
    constexpr AnswerUnit article = AnswerUnit::article;
    CHECK(idle("storm OR (nato AND iraq)", article) == Idle{{}, {1}, {2}});
    CHECK(idle("storm OR (nato AND iraq)", AnswerUnit::passage) == Idle{{}, {2}, {3}});
    CHECK(idle("storm OR (nato NOT storm)", article) == Idle{{}, {1}});
    CHECK(idle("nato OR (nato AND iraq)", article) == Idle{{}, {}});
    CHECK(idle("storm AND (kind OR (nato AND iraq) OR storm)", article) == Idle{{}, {}, {1}, {2}});
    for (const char* const text :
         {"storm OR nato", "storm AND (nato OR iraq)", "+storm nato -iraq",
          "kind (nato AND iraq) storm", "storm NOT (nato OR (iraq AND kind))"})
        CHECK(idle(text, article).empty());
}

TEST_CASE("bare words: one of them is enough; + requires, - excludes") {
    const SampleIndex sample(four_articles());
    const Index index = sample.open();
    CHECK(found(index, "nato storm") == ArticleSet{0, 1, 2});
    CHECK(found(index, "+nato storm") == ArticleSet{0, 1});
    CHECK(found(index, "nato storm -iraq") == ArticleSet{1});
    CHECK(found(index, "-nato -storm") == ArticleSet{3});
}

TEST_CASE("beside a filter one of the bare words must hold") {
    const SampleIndex sample(four_articles());
    const Index index = sample.open();
    CHECK(found(index, "date:none storm") == ArticleSet{1, 2});
    CHECK(found(index, "storm source:stage").empty());
    CHECK(found(index, "source:stage") == ArticleSet{3});
    CHECK(found(index, "\"in iraq\" storm") == ArticleSet{0, 2});
}

TEST_CASE("a group means the same whether it is asked for or denied") {
    const SampleIndex sample(four_articles());
    const Index index = sample.open();
    CHECK(found(index, "(storm +nato)") == ArticleSet{0, 1});
    CHECK(found(index, "NOT (storm +nato)") == ArticleSet{2, 3});
    CHECK(found(index, "NOT NOT (storm +nato)") == ArticleSet{0, 1});
}

TEST_CASE("a stop word is enough only beside other stop words") {
    const SampleIndex sample(four_articles());
    const Index index = sample.open();
    CHECK(found(index, "the nato") == ArticleSet{0, 1});
    CHECK(found(index, "the of") == ArticleSet{1, 3});
    CHECK(found(index, "+the nato") == ArticleSet{1, 3});
}
