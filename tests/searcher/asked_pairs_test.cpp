#include "searcher/asked_pairs.hpp"

#include "tests/catch.hpp"
#include "tests/searcher/frequent_words.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

// 100 articles of frequent words; what they say besides is the bodies that are given, one each.
std::vector<Article> articles_with(const std::vector<std::string>& bodies) {
    std::vector<Article> articles;
    for (std::size_t i = 0; i < 100; ++i) {
        const std::string body = i < bodies.size() ? bodies[i] : "Talks. Oil, court; Iraq war.";
        articles.push_back(article("a" + std::to_string(i), "", body + " " + std::to_string(i)));
    }
    return articles;
}

// Whether the phrase may stand in the article of that id.
bool may_stand_in(const Index& index, const std::string& id, const std::string& phrase) {
    const PhraseLeaf leaf(index, phrase);
    const AskedPairs pairs(leaf.scope, leaf.group);
    const std::uint32_t article = index.find_article(id)->article;
    pairs.fetch(article);
    return pairs.may_stand_in(article);
}

}  // namespace

TEST_CASE(
    "words that follow each other may be a phrase, whatever stop words and marks are between") {
    const SampleIndex sample(
        articles_with({"Talks of the oil and a court, Iraq war.", "Talks. Oil, court; Iraq war."}));
    const Index index = sample.open();
    for (const char* const phrase : {"\"talks of the oil\"", "\"talks oil\"", "\"oil court Iraq\"",
                                     "\"the court of Iraq war\"", "\"the oil\"", "\"talks\""}) {
        INFO(phrase);
        CHECK(may_stand_in(index, "a0", phrase));
        CHECK(may_stand_in(index, "a1", phrase));
    }
    CHECK_FALSE(may_stand_in(index, "a0", "\"oil talks\""));
    CHECK_FALSE(may_stand_in(index, "a1", "\"talks of the war\""));
    CHECK_FALSE(may_stand_in(index, "a1", "\"oil court war\""));
}

TEST_CASE("of rare words, and of those beside them, nothing is known") {
    const SampleIndex sample(articles_with({"Talks zebra oil. Court Iraq war."}));
    const Index index = sample.open();
    CHECK(may_stand_in(index, "a0", "\"talks zebra\""));
    CHECK(may_stand_in(index, "a0", "\"oil zebra talks\""));
    CHECK(may_stand_in(index, "a1", "\"oil zebra talks\""));
    CHECK_FALSE(may_stand_in(index, "a0", "\"talks oil\""));
}

TEST_CASE("what goes on in the next passage is a pair, what goes on behind the headline is none") {
    std::string filling;
    for (int i = 0; i < 60; ++i) filling += "Talks, talks and talks. ";
    std::vector<Article> articles = articles_with({filling + "Court.\n\nIraq " + filling});
    articles.front().headline = "Oil war";
    const SampleIndex sample(articles);
    const Index index = sample.open();
    REQUIRE(index.passage({0, index.find_article("a0")->article}, 2));
    CHECK(may_stand_in(index, "a0", "\"court Iraq\""));
    CHECK(may_stand_in(index, "a0", "\"oil war\""));
    CHECK_FALSE(may_stand_in(index, "a0", "\"war talks\""));
}

TEST_CASE("texts that are not regular may hold any phrase") {
    const SampleIndex sample(articles_with({"Talks on oil. 北京市民投票。"}));
    const Index index = sample.open();
    CHECK(may_stand_in(index, "a0", "\"war court\""));
}
