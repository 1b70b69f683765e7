#include "searcher/segment_order.hpp"

#include <algorithm>

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

TEST_CASE("articles are decided as they are needed, in an order that deciding all would give") {
    std::vector<Article> articles;
    for (int i = 0; i < 700; ++i) {
        std::string body;
        for (int k = 0; k <= i % 9; ++k) body += "A storm came. ";
        if (i % 4 == 0) body += "The storm passed.";
        articles.push_back(
            article("a" + std::to_string(i), "", body + "Day " + std::to_string(i) + " went."));
    }
    const SampleIndex sample(articles);
    const Index index = sample.open();
    for (const char* const text : {"\"the storm\"", "\"the storm\" came", "the w/2 storm",
                                   "passed OR day OR (came AND \"the storm\")"}) {
        INFO(text);
        const Query query = parse_query(text);
        const Fading fading(index, std::nullopt);
        const auto in_order = [&](const MatchedIndex& matched, std::size_t count) {
            SegmentOrder order(matched, 0, fading);
            std::vector<std::pair<std::uint32_t, double>> taken;
            while (taken.size() < count && !order.at_end()) {
                const Scored next = order.take();
                taken.emplace_back(next.article, next.coverage + next.score);
            }
            return taken;
        };
        const MatchedIndex all(index, query, {});
        const MatchedIndex some(index, query, {}, AnswerUnit::article, 0);
        REQUIRE(all.is_complete());
        REQUIRE_FALSE(some.is_complete());
        const auto first = in_order(some, 10);
        CHECK(first.size() == 10);
        CHECK(some.matches()[0].articles.size() < all.matches()[0].articles.size());
        const auto expected = in_order(all, 1000);
        CHECK(expected.size() == all.matches()[0].articles.size());
        CHECK(std::equal(first.begin(), first.end(), expected.begin()));
        CHECK(in_order(some, 1000) == expected);
    }
}
