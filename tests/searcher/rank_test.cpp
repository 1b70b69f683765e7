#include "searcher/rank.hpp"

#include <algorithm>

#include "searcher/score_constants.hpp"
#include "searcher/search.hpp"
#include "tests/catch.hpp"
#include "tests/searcher/sample_index.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

using Ids = std::vector<std::string>;

Article dated(const std::string& id, const std::string& date) {
    Article made = article(id, "Report " + id, "The same storm for all.");
    made.date.raw = date;
    return made;
}

}  // namespace

TEST_CASE("equal scores are in document order, across segments too") {
    const std::vector<Article> articles{dated("d", ""),
                                        dated("z", "2020-01-05"),
                                        dated("b", "2020-01-04"),
                                        dated("a", "2020-01-04"),
                                        dated("c", ""),
                                        dated("y", "2020-01-05T10:00:00Z"),
                                        dated("m", "2020-01-05T09:00:00Z")};
    for (const std::size_t segments : {1U, 3U}) {
        const SampleIndex sample(articles, segments);
        const Index index = sample.open();
        CHECK(index.segments().size() == segments);
        const Ids expected{"y", "m", "z", "a", "b", "c", "d"};
        CHECK(ids_of(index, "storm") == expected);
        CHECK(ids_of(index, "NOT quake") == expected);
    }
}

TEST_CASE("more of the words come first, then better passages") {
    const SampleIndex sample(
        {article("both", "", "A long report on many things, a storm, a quake."),
         article("much", "", "Storm, storm, storm."),
         article("some", "", "A storm in a teacup is hardly a storm at all."),
         article("headline", "Storm", "Storm, storm, storm.")});
    CHECK(ids_of(sample.open(), "storm quake") == Ids{"both", "headline", "much", "some"});
}

TEST_CASE("scores shown keep the order: whole part words, fraction below 1") {
    const auto shown = [](std::uint32_t coverage, double score) {
        return shown_score(RankedArticle{{}, 0, coverage, score});
    };
    CHECK(shown(1, 0.99) < shown(2, 0));
    CHECK(shown(1, 0.5) < shown(1, 0.6));
    CHECK(shown(0, 0) == 0);
    const QueryWeights weights{{1000, 2000}, 3000, {}, {}};
    const PassageScore passage{.docid = 1, .matched = 2, .counted = 2, .score = 127 * 3000};
    CHECK(shown_score(passage, weights) < 1);
    CHECK(shown_score(passage, weights) > 0.999);
}

TEST_CASE("of many words not their number decides, of a few it does") {
    // Both words of the second are in every article; the first has the rare one three times.
    std::vector<Article> articles{article("rare", "", "Tsunami, tsunami, tsunami."),
                                  article("two", "", "Rain today, wind tomorrow.")};
    for (int i = 0; i < 40; ++i)
        articles.push_back(article("f" + std::to_string(i), "",
                                   "Rain, wind, sun and clouds of day " + std::to_string(i)));
    const SampleIndex sample(articles);
    const Index index = sample.open();
    CHECK(ids_of(index, "rain wind tsunami").front() != "rare");
    CHECK(ids_of(index, "rain wind sun clouds tsunami").front() == "rare");
}

TEST_CASE("a short answer is the beginning of a long one") {
    std::vector<Article> articles;
    for (int i = 0; i < 300; ++i)
        articles.push_back(article("a" + std::to_string(i), i % 7 == 0 ? "Storm" : "",
                                   std::string(i % 11 == 0 ? "A quake. " : "") + "The storm of " +
                                       std::to_string(i) + " islands" +
                                       (i % 3 == 0 ? ", a storm." : ".")));
    for (std::size_t i = 0; i < articles.size(); ++i)
        if (i % 5 > 0)
            articles[i].date.raw =
                "2020-0" + std::to_string(1 + i % 7) + "-" + std::to_string(10 + i % 18);
    for (const std::size_t segments : {1U, 4U}) {
        const SampleIndex sample(articles, segments);
        const Index index = sample.open();
        const Freshness freshness{30, *day_number({2020, 6, 1})};
        for (const auto& [text, ranking] : std::vector<std::pair<std::string, RankingOptions>>{
                 {"storm", {}},
                 {"storm quake 77", {}},
                 {"storm OR islands", {}},
                 {"storm", {FeedbackUse::never}},
                 {"storm", {FeedbackUse::automatic, freshness}},
                 {"storm quake 77", {FeedbackUse::never, freshness}}}) {
            const Query query = parse_query(text);
            const SearchResult all = search(index, query, {.limit = 0, .ranking = ranking});
            REQUIRE(all.hits.size() > scoring::reordered_articles);
            for (std::size_t i = 1; i < all.hits.size(); ++i)
                CHECK(all.hits[i].score <= all.hits[i - 1].score);
            for (const std::uint64_t limit : {1U, 10U, 199U, 200U, 201U, 250U}) {
                const SearchResult some =
                    search(index, query, {.limit = limit, .ranking = ranking});
                REQUIRE(some.hits.size() == limit);
                for (std::size_t i = 0; i < limit; ++i) {
                    REQUIRE(some.hits[i].article.id == all.hits[i].article.id);
                    CHECK(some.hits[i].score == all.hits[i].score);
                }
            }
        }
    }
}

TEST_CASE("what is fresh comes first, among those with as many of the words") {
    const Day today = *day_number({2020, 3, 1});
    std::vector<Article> articles{dated("both", "1990-01-01"), dated("new", "2020-02-29"),
                                  dated("old", "2019-06-01"), dated("undated", "")};
    articles[0].body = "A storm and a quake.";
    articles[2].body = "The storm. Storm, storm, storm.";
    for (const std::size_t segments : {1U, 3U}) {
        const SampleIndex sample(articles, segments);
        const Index index = sample.open();
        const auto found = [&](AnswerUnit unit, std::optional<Freshness> freshness) {
            Ids ids;
            for (const ArticleHit& hit :
                 search(index, parse_query("storm quake"),
                        {.unit = unit, .ranking = {FeedbackUse::never, freshness}})
                     .hits)
                ids.push_back(hit.article.id);
            return ids;
        };
        for (const AnswerUnit unit : {AnswerUnit::article, AnswerUnit::passage}) {
            CHECK(found(unit, std::nullopt) == Ids{"both", "old", "new", "undated"});
            CHECK(found(unit, Freshness{30, today}) == Ids{"both", "new", "old", "undated"});
        }
    }
}

TEST_CASE("a half-life halves the score, and decides who is among the first") {
    std::vector<Article> articles;
    for (std::size_t i = 0; i < scoring::reordered_articles + 10; ++i) {
        articles.push_back(article("old" + std::to_string(i), "Storm", "Storm, storm, storm."));
        articles.back().date.raw = "2020-01-01";
    }
    articles.push_back(article("new", "", "A long report on many things and on one storm."));
    articles.back().date.raw = "2020-01-31";
    const SampleIndex sample(articles);
    const Index index = sample.open();
    const Query query = parse_query("storm");
    const auto found = [&](double half_life_days) {
        const Freshness freshness{half_life_days, *day_number({2020, 1, 31})};
        return search(index, query, {.limit = 0, .ranking = {FeedbackUse::never, freshness}});
    };
    const SearchResult plain = search(index, query, {.limit = 0, .ranking = {FeedbackUse::never}});
    CHECK(plain.hits.back().article.id == "new");
    CHECK(found(1).hits.front().article.id == "new");
    const SearchResult slow = found(30);
    const auto old =
        std::ranges::find(slow.hits, "old0", [](const ArticleHit& hit) { return hit.article.id; });
    REQUIRE(old != slow.hits.end());
    // One word is held; the rest is the score.
    CHECK(old->score - 1 == Approx((plain.hits.front().score - 1) / 2));
}
