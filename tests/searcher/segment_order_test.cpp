#include "searcher/segment_order.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <random>
#include <utility>

#include "tests/catch.hpp"
#include "tests/searcher/sample_index.hpp"

using namespace dateline;
using namespace dateline::test;

TEST_CASE("better answers come first, equal ones in document order") {
    CHECK(comes_later({1, 0, 1, 0.9}, {2, 0, 2, 0.1}));
    CHECK(comes_later({1, 0, 1, 0.1}, {2, 0, 1, 0.2}));
    CHECK(comes_later({2, 0, 1, 0.1}, {1, 0, 1, 0.1}));
    CHECK(comes_later({1, 8, 1, 0.1}, {1, 7, 1, 0.1}));
    SegmentOrder order({{3, 0, 1, 0.5}, {1, 0, 1, 0.5}, {2, 0, 2, 0.1}});
    std::vector<std::uint32_t> articles;
    while (!order.at_end()) articles.push_back(order.take().article);
    CHECK(articles == std::vector<std::uint32_t>{2, 1, 3});
}

TEST_CASE("a rounded score is near, in order, and whole when coverage is added") {
    std::mt19937 random(1);
    std::uniform_real_distribution<double> any(0, 1);
    for (int round = 0; round < 10'000; ++round) {
        const double score = any(random);
        const double other = round % 2 == 0 ? any(random) : std::nextafter(score, 2);
        const double rounded = rounded_score(score);
        CHECK(std::abs(rounded - score) < 1e-14);
        CHECK((rounded <= rounded_score(other)) >= (score <= other));
        for (const std::uint32_t coverage : {1U, 7U, 15U})
            CHECK((coverage + rounded) - coverage == rounded);
    }
    CHECK(rounded_score(0) == 0);
    CHECK(rounded_score(1) == 1);
}

namespace {

std::vector<Article> storms(int count) {
    std::vector<Article> articles;
    for (int i = 0; i < count; ++i) {
        std::string body;
        for (int k = 0; k <= i % 9; ++k) body += "A storm came. ";
        if (i % 4 == 0) body += "The storm passed.";
        articles.push_back(article("a" + std::to_string(i), i % 11 == 0 ? "Storm" : "",
                                   body + "Day " + std::to_string(i) + " went."));
        if (i % 50 != 0)
            articles.back().date.raw =
                "2019-" + std::to_string(10 + i % 3) + "-" + std::to_string(10 + i % 19);
    }
    return articles;
}

using Order = std::vector<std::pair<std::uint32_t, double>>;

Order first_of(SegmentOrder order, std::size_t count) {
    Order taken;
    while (taken.size() < count && !order.at_end()) {
        const Scored next = order.take();
        taken.emplace_back(next.article, next.coverage + next.score);
    }
    return taken;
}

Order in_order(const MatchedIndex& matched, const Fading& fading, std::size_t count) {
    return first_of(SegmentOrder(matched, 0, fading, 0), count);
}

// By the postings of every passage.
Order exhaustive(const MatchedIndex& matched, const Fading& fading) {
    std::vector<Scored> scored;
    PassageScorer scorer(matched.scopes()[0], matched.matches()[0], matched.weights());
    for (const std::uint32_t article : matched.matches()[0].articles) {
        scorer.score(article);
        scored.push_back({article, 0,
                          counts_coverage(scorer.counted_leaves()) ? scorer.coverage() : 0,
                          rounded_score(scorer.evidence() * fading.of({0, article}))});
    }
    return first_of(SegmentOrder(std::move(scored)), 10'000);
}

}  // namespace

TEST_CASE("articles are decided as they are needed, in an order that deciding all would give") {
    const SampleIndex sample(storms(700));
    const Index index = sample.open();
    const Fading fading(index, std::nullopt);
    for (const char* const text : {"\"the storm\"", "\"the storm\" came", "the w/2 storm",
                                   "passed OR day OR (came AND \"the storm\")"}) {
        INFO(text);
        const Query query = parse_query(text);
        const MatchedIndex all(index, query, {});
        const MatchedIndex some(index, query, {}, AnswerUnit::article, 0);
        REQUIRE(all.is_complete());
        REQUIRE_FALSE(some.is_complete());
        const Order first = in_order(some, fading, 10);
        CHECK(first.size() == 10);
        CHECK(some.matches()[0].articles.size() < all.matches()[0].articles.size());
        const Order expected = in_order(all, fading, 1000);
        CHECK(expected.size() == all.matches()[0].articles.size());
        CHECK(std::equal(first.begin(), first.end(), expected.begin()));
        CHECK(in_order(some, fading, 1000) == expected);
    }
}

TEST_CASE("where terms tell all, blocks give the order that scoring all articles gives") {
    const SampleIndex sample(storms(1500));
    sample.bury({"a8", "a700", "a1499"});
    const Index index = sample.open();
    for (const char* const text :
         {"storm", "passed storm", "storm AND passed", "came passed day went", "storm NOT passed",
          "passed OR (went AND day)", "storm^3 passed^0.1", "headline:storm came", "the storm",
          "storm AND date:2019-11", "NOT passed", "77 storm", "1402 77 passed"})
        for (const std::optional<Freshness>& freshness :
             {std::optional<Freshness>(),
              std::optional(Freshness{20, day_number({2019, 12, 24}).value()})}) {
            INFO(text << (freshness ? ", fresh" : ""));
            const Fading fading(index, freshness);
            const Query query = parse_query(text);
            const Order expected = exhaustive(MatchedIndex(index, query, {}), fading);
            const MatchedIndex some(index, query, {}, AnswerUnit::article, 0);
            for (const std::size_t wanted : {0U, 1U, 10U, 300U})
                CHECK(first_of(SegmentOrder(some, 0, fading, wanted), 10'000) == expected);
            CHECK(some.possible()[0].count() == expected.size());
            CHECK(some.matches()[0].articles.empty());
        }
}
