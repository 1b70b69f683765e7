#include "searcher/second_stage.hpp"

#include <map>

#include "searcher/matched_index.hpp"
#include "searcher/search.hpp"
#include "tests/catch.hpp"
#include "tests/searcher/sample_index.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

// Articles with the same words, so that their evidence is the same, and others.
std::vector<Article> with_others(std::vector<Article> articles) {
    for (int i = 0; i < 50; ++i)
        articles.push_back(article("other" + std::to_string(i), "",
                                   "Sport and weather of day " + std::to_string(i) + "."));
    return articles;
}

std::string blank_words(int count) {
    std::string words;
    for (int i = 0; i < count; ++i) words += "Rain. ";
    return words;
}

}  // namespace

TEST_CASE("what stands early, in the headline or near each other comes first") {
    SECTION("early") {
        const SampleIndex sample(
            with_others({article("late", "", blank_words(60) + "Volcano."),
                         article("soon", "", "Volcano. " + blank_words(59) + "Rain.")}));
        CHECK(ids_of(sample.open(), "volcano") == std::vector<std::string>{"soon", "late"});
    }
    SECTION("near") {
        const std::string apart = blank_words(20);
        const SampleIndex sample(
            with_others({article("apart", "", "Volcano. " + apart + "Island. " + blank_words(10)),
                         article("close", "", "Volcano. Island. " + apart + blank_words(10))}));
        CHECK(ids_of(sample.open(), "volcano island") ==
              std::vector<std::string>{"close", "apart"});
    }
}

TEST_CASE("articles like the best ones rise") {
    // Both have the word asked for once, at the same place; one shares its words with the best.
    const SampleIndex sample(with_others(
        {article("best", "Volcano", "Volcano erupts, volcano ash and lava over the harbour."),
         article("alike", "", "A volcano, with ash and lava near a harbour then."),
         article("unlike", "", "A volcano, on posters and shirts in the shops now.")}));
    CHECK(ids_of(sample.open(), "volcano") == std::vector<std::string>{"best", "alike", "unlike"});
}

TEST_CASE("without feedback only what an article says itself counts") {
    // Two that differ in words that are not asked for, as long as one another.
    const SampleIndex sample(with_others(
        {article("best", "Volcano", "Volcano erupts, volcano ash and lava over the harbour."),
         article("z-alike", "", "A volcano, ash and lava in a harbour."),
         article("unlike", "", "A volcano, tie and suit in a counter.")}));
    const Index index = sample.open();
    const auto found = [&](FeedbackUse feedback) {
        return search(index, parse_query("volcano"), {.ranking = {feedback}}).hits;
    };
    const std::vector<ArticleHit> without = found(FeedbackUse::never);
    REQUIRE(without.size() == 3);
    CHECK(without[1].article.id == "unlike");  // in document order
    CHECK(without[1].score == without[2].score);
    for (const FeedbackUse feedback : {FeedbackUse::automatic, FeedbackUse::always}) {
        const std::vector<ArticleHit> with = found(feedback);
        REQUIRE(with.size() == 3);
        CHECK(with[1].article.id == "z-alike");
        CHECK(with[1].score > with[2].score);
    }
}

TEST_CASE("a word that is asked for in a field counts there alone") {
    const SampleIndex sample(
        with_others({article("a", "Weather", blank_words(30) + "Volcano. " + blank_words(9)),
                     article("b", "Volcano", blank_words(30) + "Volcano. " + blank_words(9)),
                     article("c", "Volcano", "Volcano! " + blank_words(30) + blank_words(9)),
                     article("none", "Volcano", blank_words(30) + "Weather. " + blank_words(9)),
                     article("long", "Weather", "Volcano. " + blank_words(500) + "Weather."),
                     article("twice", "Weather", "Volcano. " + blank_words(500) + "Volcano.")}));
    const Index index = sample.open();
    const auto scores = [&](const char* query) {
        std::map<std::string, double> found;
        for (const ArticleHit& hit :
             search(index, parse_query(query), {.ranking = {FeedbackUse::never}}).hits)
            found[hit.article.id] = hit.score;
        return found;
    };
    const std::map<std::string, double> in_body = scores("body:volcano");
    REQUIRE(in_body.size() == 5);
    CHECK(in_body.at("c") > in_body.at("b"));
    const std::map<std::string, double> in_headline = scores("headline:volcano");
    REQUIRE(in_headline.size() == 3);
    CHECK(in_headline.at("none") == in_headline.at("b"));
    const std::map<std::string, double> in_lead = scores("lead:volcano");
    REQUIRE(in_lead.contains("long"));
    CHECK(in_lead.at("long") == in_lead.at("twice"));
}

TEST_CASE("scores of the second stage lie between 0 and 1") {
    const SampleIndex sample(
        with_others({article("a", "Volcano island", "Volcano island volcano island."),
                     article("b", "", "北京大学 volcano"), article("c", "Volcano", "")}));
    const Index index = sample.open();
    for (const char* const text : {"volcano", "volcano island", "\"volcano island\"", "volc*",
                                   "volcano w/3 island", "volcano^9", "headline:volcano"}) {
        INFO(text);
        const Query query = parse_query(text);
        const MatchedIndex matched(index, query, {});
        const std::vector<RankedArticle> ranking =
            rank(matched, 0, [](ArticlePlace) { return true; });
        REQUIRE_FALSE(ranking.empty());
        for (const RankedArticle& article : ranking) {
            CHECK(article.score > 0);
            CHECK(article.score < 1);
        }
    }
}
