#include "searcher/passage_scorer.hpp"

#include <cmath>

#include "corpus/impact.hpp"
#include "tests/catch.hpp"
#include "tests/searcher/sample_index.hpp"

using namespace dateline;
using namespace dateline::test;

TEST_CASE("passages rank by score, then reading order") {
    const PassageScore strong{.docid = 8, .matched = 1, .counted = 1, .score = 7};
    const PassageScore early{.docid = 3, .matched = 2, .counted = 2, .score = 6};
    const PassageScore late{.docid = 4, .matched = 1, .counted = 1, .score = 6};
    CHECK(ranks_before(strong, early));
    CHECK(ranks_before(early, late));
    CHECK_FALSE(ranks_before(late, early));
}

TEST_CASE("words weigh more the fewer articles hold them, and the more often those do") {
    CHECK(word_weight(0, 0, 1000) == 0);
    CHECK(word_weight(1, 1, 1000) > word_weight(10, 10, 1000));
    CHECK(word_weight(10, 40, 1000) > word_weight(10, 10, 1000));
    // Everywhere once: next to nothing.
    CHECK(word_weight(1000, 1000, 1000) < 0.01);
    // idf^1.2 alone where occurrences are as a Poisson process has them.
    const double idf = std::log1p((1000 - 100 + 0.5) / (100 + 0.5));
    const double occurrences = -1000 * std::log(1 - 0.1);
    CHECK(std::abs(word_weight(100, occurrences, 1000) - std::pow(idf, 1.2)) < 1e-9);
    // Residual idf of a word that stands 4 times in each of its 10 articles: ln(100) + ln(1 -
    // e^-0.04), with the constants 1.2 and 0.4.
    const double residual = std::log(100) + std::log(1 - std::exp(-0.04));
    const double rare = std::log1p((1000 - 10 + 0.5) / (10 + 0.5));
    CHECK(std::abs(word_weight(10, 40, 1000) - std::pow(rare, 1.2) * (1 + 0.4 * residual)) < 1e-9);
}

TEST_CASE("an article's evidence is BM25 over the whole article") {
    // 60 words in one passage; the word stands twice in the body and once in the headline.
    std::string body = "Flood and flood";
    for (int i = 0; i < 57; ++i) body += " filler";
    const SampleIndex sample({article("a", "Flood", body), article("b", "", "Calm.")});
    const Index index = sample.open();
    const Query query = parse_query("flood");
    Analyzers analyzers;
    const Plan plan = make_plan(query, index.languages(), analyzers);
    const SegmentScope scope(index.segments().front(), plan, analyzers);
    const std::vector<SegmentMatches> matches{match_segment(scope)};
    const ArchiveSize archive{2, 2, 420};
    const LeafStatistics statistics{1, 4};
    const QueryWeights weights = query_weights(archive, plan, std::span(&statistics, 1));
    REQUIRE(weights.leaves.size() == 1);
    CHECK(weights.total == weights.leaves[0]);
    CHECK(weights.frequencies[0] == 4);
    PassageScorer scorer(scope, matches[0], weights);
    REQUIRE(scorer.score(matches[0].articles.at(0)).size() == 1);
    const ArticleEntry entry = scope.articles().entry(matches[0].articles.at(0));
    const double half = 1.2 * (0.6 + 0.4 * entry.text_bytes / 210.0);
    CHECK(std::abs(scorer.evidence() - 4 / (4 + half)) < 1e-9);
    CHECK(scorer.coverage() == 1);
    CHECK(scorer.counted_leaves() == 1);
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
    const QueryWeights weights{{3, 5}, 8, {1, 1}, {30, 30, 600}};
    PassageScorer forward(scope, matches, weights);
    PassageScorer backward(scope, matches, weights);
    std::vector<std::uint64_t> scores;
    std::vector<double> evidence;
    for (std::uint32_t i = 0; i < 30; ++i) {
        REQUIRE(forward.score(i).size() == 1);
        CHECK(forward.coverage() == 1);
        scores.push_back(forward.score(i)[0].score);
        evidence.push_back(forward.evidence());
    }
    for (std::uint32_t i = 30; i-- > 0;) {
        CHECK(backward.score(i)[0].score == scores[i]);
        CHECK(backward.evidence() == evidence[i]);
    }
}
