#include "searcher/ranked_ids.hpp"

#include <random>

#include "corpus/article_id.hpp"
#include "searcher/search.hpp"
#include "tests/catch.hpp"
#include "tests/publish_copies.hpp"
#include "tests/searcher/sample_index.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

std::vector<Article> random_articles() {
    const std::vector<std::string> words{"storm", "port",    "city",  "ship",   "crane",
                                         "night", "harbour", "mayor", "strike", "wind"};
    std::mt19937 random(11);
    const auto text = [&](std::size_t count) {
        std::string made;
        for (std::size_t i = 0; i < count; ++i)
            made += words[random() % (1 + random() % words.size())] + (i % 9 == 8 ? ". " : " ");
        return made;
    };
    std::vector<Article> articles;
    for (int i = 0; i < 60; ++i) {
        articles.push_back(article("n" + std::to_string(i), text(4), text(40 + random() % 600)));
        if (i % 3 == 0) articles.back().date.raw = "2020-01-0" + std::to_string(1 + i % 9);
    }
    return articles;
}

// What search says, which reads texts, too.
std::vector<RankedId> searched(const Index& index, const std::string& query,
                               const RankOptions& options) {
    const SearchResult result = search(index, parse_query(query),
                                       {.unit = options.unit,
                                        .limit = options.limit,
                                        .needed = options.needed,
                                        .ranking = options.ranking});
    std::vector<RankedId> ids;
    for (const ArticleHit& hit : result.hits)
        ids.push_back({options.unit == AnswerUnit::passage
                           ? passage_id(hit.article.id, hit.passages.front().number)
                           : hit.article.id,
                       hit.score});
    return ids;
}

const std::vector<std::string> queries{"storm",        "storm port city", "wind mayor -storm",
                                       "\"the port\"", "strike harbour",  "headline:crane night",
                                       "zebra",        "date:2020-01-01"};

}  // namespace

TEST_CASE("ids come in the order and with the scores of a search, segments or not") {
    for (const std::size_t segments : {1, 3}) {
        const SampleIndex sample(random_articles(), segments);
        const Index index = sample.open();
        IdRanker ranker(index);
        for (const AnswerUnit unit : {AnswerUnit::article, AnswerUnit::passage})
            for (const std::string& query : queries)
                for (const std::uint64_t limit : {0, 7, 1000}) {
                    const RankOptions options{.unit = unit, .limit = limit};
                    INFO(query << " " << limit);
                    CHECK(ranker.rank(parse_query(query), options).ids ==
                          searched(index, query, options));
                }
    }
}

TEST_CASE("a smaller limit gives the beginning of a greater one") {
    const SampleIndex sample(random_articles());
    publish_copies(sample.folder(),
                   {.clusters = {}, .aliases = {{"m1", "n1"}, {"n0x", "n2"}, {"z1", "n1"}}});
    const Index index = sample.open();
    IdRanker ranker(index);
    for (const AnswerUnit unit : {AnswerUnit::article, AnswerUnit::passage}) {
        const auto all = ranker.rank(parse_query("storm city"), {.unit = unit, .limit = 0}).ids;
        REQUIRE(all.size() > 50);
        for (const std::uint64_t limit : {1, 2, 3, 5, 10, 49}) {
            auto first = all;
            first.resize(limit);
            CHECK(ranker.rank(parse_query("storm city"), {.unit = unit, .limit = limit}).ids ==
                  first);
        }
    }
}

TEST_CASE("an article that stands for several records comes with each id, in order") {
    const SampleIndex sample(
        {article("m", "Storm", "The storm."), article("x", "Port", "A storm.")});
    publish_copies(sample.folder(), {.clusters = {}, .aliases = {{"a", "m"}, {"z", "m"}}});
    const Index index = sample.open();
    IdRanker ranker(index);
    for (int round = 0; round < 2; ++round) {
        const auto ids = ranker.rank(parse_query("storm"), {}).ids;
        REQUIRE(ids.size() == 4);
        CHECK(ids[0].id == "a");
        CHECK(ids[1].id == "m");
        CHECK(ids[2].id == "z");
        CHECK(ids[2].score == ids[0].score);
        CHECK(ids[3].id == "x");
    }
    const auto passages = ranker.rank(parse_query("storm"), {.unit = AnswerUnit::passage}).ids;
    REQUIRE(passages.size() == 4);
    CHECK(passages[0].id == "a#1");
    CHECK(passages[2].id == "z#1");
}

TEST_CASE("near-duplicates are not folded") {
    const SampleIndex sample(
        {article("m", "Storm", "The storm."), article("x", "Port", "A storm.")});
    publish_copies(sample.folder(), {.clusters = {{{0, 0}, {0, 1}}}, .aliases = {}});
    const Index index = sample.open();
    CHECK(IdRanker(index).rank(parse_query("storm"), {}).ids.size() == 2);
}

TEST_CASE("as many bare words are needed as asked for") {
    const SampleIndex sample(random_articles());
    const Index index = sample.open();
    const RankOptions options{.limit = 0, .needed = {WordsNeeded::all}};
    CHECK(IdRanker(index).rank(parse_query("storm crane mayor"), options).ids ==
          searched(index, "storm crane mayor", options));
}

TEST_CASE("feedback and freshness are those of a search") {
    const SampleIndex sample(random_articles(), 2);
    const Index index = sample.open();
    const Freshness freshness{3, *day_number({2020, 1, 10})};
    for (const AnswerUnit unit : {AnswerUnit::article, AnswerUnit::passage})
        for (const RankingOptions& ranking :
             {RankingOptions{FeedbackUse::never}, RankingOptions{FeedbackUse::always, freshness}}) {
            const RankOptions options{.unit = unit, .limit = 0, .ranking = ranking};
            const auto ids = IdRanker(index).rank(parse_query("storm port"), options).ids;
            CHECK(ids == searched(index, "storm port", options));
            if (ranking.freshness)
                CHECK(ids != searched(index, "storm port", {.unit = unit, .limit = 0}));
        }
}
