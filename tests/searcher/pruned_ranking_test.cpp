#include <algorithm>
#include <cmath>
#include <map>
#include <random>

#include "searcher/rank.hpp"
#include "searcher/segment_order.hpp"
#include "tests/catch.hpp"
#include "tests/searcher/sample_index.hpp"

using namespace dateline;
using namespace dateline::test;

// Xapian 1.4.22 can lose one of the best documents of an OR of three or more terms when it passes
// over what it thinks cannot be among them. Here blocks of articles are passed over: in thousands
// of queries, the first ten are those that scoring every article gives, with the same scores.

namespace {

// Words by Zipf's law, in bursts, so that shares differ.
class News {
  public:
    explicit News(std::uint32_t seed) : random_(seed) {}

    std::string word() {
        constexpr double words = 600;
        const double share = std::uniform_real_distribution<double>(0, 1)(random_);
        return "w" + std::to_string(static_cast<int>(std::pow(words, share)));
    }
    std::vector<Article> articles(std::size_t count) {
        std::vector<Article> made;
        for (std::size_t i = 0; i < count; ++i) {
            std::string body;
            const auto length = 4 + random_() % 90;
            for (auto k = length; k > 0; --k) {
                const std::string next = word();
                for (auto again = 1 + (random_() % 8 == 0 ? random_() % 6 : 0); again > 0; --again)
                    body += next + " ";
            }
            made.push_back(article("a" + std::to_string(i), word(), body));
            if (random_() % 9 != 0)
                made.back().date.raw = std::to_string(2010 + random_() % 9) + "-0" +
                                       std::to_string(1 + random_() % 9) + "-11";
        }
        return made;
    }
    std::string query() {
        const auto count = 1 + random_() % 8;
        const auto kind = random_() % 6;
        std::string text = word();
        for (auto i = count - 1; i > 0; --i) {
            text += kind == 0 ? " OR " : kind == 1 ? " AND " : " ";
            text += (kind == 2 && i % 3 == 2 ? "-" : "") + word();
        }
        if (kind == 3) return "(" + text + ") AND date:2012..2015";
        if (kind == 4) return "(" + text + ") OR (" + word() + " AND " + word() + ")";
        return kind == 5 ? text + "^3" : text;
    }

  private:
    std::mt19937 random_;
};

using Answer = std::vector<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t, double>>;

Answer first_ten(const MatchedIndex& matched) {
    Answer answer;
    for (const RankedArticle& article : rank(
             matched, 10, [](ArticlePlace) { return true; }, RescoreArticles()))
        answer.emplace_back(article.place.segment, article.place.article, article.coverage,
                            article.score);
    return answer;
}

// By the postings of all passages of all articles that match; equal ones in any order.
Answer exhaustive(const MatchedIndex& matched) {
    Answer all;
    for (std::uint32_t segment = 0; segment < matched.scopes().size(); ++segment) {
        PassageScorer scorer(matched.scopes()[segment], matched.matches()[segment],
                             matched.weights());
        for (const std::uint32_t article : matched.matches()[segment].articles) {
            scorer.score(article);
            all.emplace_back(segment, article,
                             counts_coverage(scorer.counted_leaves()) ? scorer.coverage() : 0,
                             rounded_score(scorer.evidence()));
        }
    }
    std::ranges::stable_sort(all, [](const auto& a, const auto& b) {
        return std::pair(std::get<2>(a), std::get<3>(a)) >
               std::pair(std::get<2>(b), std::get<3>(b));
    });
    return all;
}

using Score = std::pair<std::uint32_t, double>;

Score score_of(const Answer::value_type& article) {
    return {std::get<2>(article), std::get<3>(article)};
}

// Equal scores may change places between segments, whose order is that of days.
void check_same(const Answer& first, const Answer& all) {
    REQUIRE(first.size() == std::min<std::size_t>(10, all.size()));
    std::map<std::pair<std::uint32_t, std::uint32_t>, Score> scores;
    for (const auto& article : all)
        scores[{std::get<0>(article), std::get<1>(article)}] = score_of(article);
    for (std::size_t i = 0; i < first.size(); ++i) {
        CHECK(score_of(first[i]) == score_of(all[i]));
        CHECK(scores[{std::get<0>(first[i]), std::get<1>(first[i])}] == score_of(first[i]));
    }
}

}  // namespace

TEST_CASE("no article is lost from the first ten of a query of many words") {
    News news(7);
    const std::vector<Article> articles = news.articles(1600);
    for (const std::size_t segments : {1U, 3U}) {
        const SampleIndex sample(articles, segments);
        sample.bury({"a3", "a500", "a1111"});
        const Index index = sample.open();
        for (int round = 0; round < 1000; ++round) {
            const std::string text = news.query();
            INFO(text << " in " << segments << " segments");
            const Query query = parse_query(text);
            const MatchedIndex all(index, query, {});
            const MatchedIndex some(index, query, {}, AnswerUnit::article, 0);
            const Answer expected = exhaustive(all);
            check_same(first_ten(some), expected);
            CHECK(some.possible_count() == expected.size());
        }
    }
}
