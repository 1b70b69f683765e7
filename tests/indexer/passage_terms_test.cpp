#include "indexer/passage_terms.hpp"

#include <algorithm>
#include <map>
#include <random>

#include "corpus/impact.hpp"
#include "corpus/schema.hpp"
#include "tests/catch.hpp"
#include "tests/indexer/some_articles.hpp"

using namespace dateline;

namespace {

using Terms = std::map<std::string, std::uint32_t>;

std::vector<Terms> terms_of(const Article& article, const std::vector<Passage>& passages) {
    Analyzers analyzers;
    std::vector<Terms> all;
    for (const PassageTerms& passage : passage_terms(article, passages, analyzers)) {
        Terms& terms = all.emplace_back();
        for (const auto& [term, impact] : passage.terms) terms.emplace(term, impact);
    }
    return all;
}

std::vector<Passage> one_passage(const Article& article) {
    return {{1, {0, static_cast<std::uint32_t>(article.body.size())}, {}}};
}

}  // namespace

TEST_CASE("a word's impact counts the body, and the headline with its weight") {
    const Article article =
        test::some_article("a", "Iraq training", "Nato trains soldiers. Training in Iraq.");
    Analyzers analyzers;
    const double tokens = 6;
    const Terms terms = terms_of(article, one_passage(article)).front();
    CHECK(terms.at("train") == impact(2 + impact_headline_weight, tokens));
    CHECK(terms.at("iraq") == impact(1 + impact_headline_weight, tokens));
    CHECK(terms.at("nato") == impact(1, tokens));
    CHECK(terms.at("Strain") == impact(1, 2));
    CHECK(terms.at("Siraq") == impact(1, 2));
    CHECK_FALSE(terms.contains("Snato"));
}

TEST_CASE("headline and fields belong to the first passage only") {
    Article article = test::some_article("a", "Storm", "first words second words");
    article.source = "Wire";
    const std::vector<Passage> passages{{1, {0, 11}, {}}, {2, {12, 24}, {}}};
    const auto terms = terms_of(article, passages);
    CHECK(terms[0].contains("Sstorm"));
    CHECK(terms[0].contains("storm"));
    CHECK(terms[0].contains("Qa"));
    CHECK(terms[1] == Terms{{"second", impact(1, 2)}, {"word", impact(1, 2)}});
}

TEST_CASE("fields give filter terms without impact") {
    Article article = test::some_article("x/1", "", "text");
    article.source = "Daily WIRE";
    article.section =
        "\xC3\x89"
        "conomie";
    article.byline = "Jane Doe";
    article.place = "New York";
    Terms terms = terms_of(article, one_passage(article)).front();
    CHECK(terms.erase("text") == 1);
    CHECK(terms == Terms{{"Qx/1", 0},
                         {"Hdaily wire", 0},
                         {"Geconomie", 0},
                         {"Len", 0},
                         {"Bjane", 0},
                         {"Bdoe", 0},
                         {"Pnew", 0},
                         {"Pyork", 0}});
}

TEST_CASE("an acronym that is also a word has a term of its own") {
    const Article article = test::some_article("a", "US leaves", "The U.S. told us.");
    const Terms terms = terms_of(article, one_passage(article)).front();
    CHECK(terms.at("Uus") == impact(1 + impact_headline_weight, 4));
    CHECK(terms.at("SUus") == impact(1, 2));
}

TEST_CASE("an article without body is found by its headline") {
    const Article article = test::some_article("a", "Storm", "");
    const auto terms = terms_of(article, {{}});
    REQUIRE(terms.size() == 1);
    CHECK(terms[0].at("storm") == impact(impact_headline_weight, 0));
    CHECK(terms[0].at("Sstorm") == impact(1, 1));
}

TEST_CASE("terms are sorted, each once, and of a size that Xapian takes") {
    std::mt19937 random(1);
    Analyzers analyzers;
    for (int round = 0; round < 50; ++round) {
        Article article = test::random_article(random, std::string(400, 'i'));
        article.headline += ' ' + std::string(500, 'h');
        article.body += ' ' + std::string(500, 'b');
        PassageSplitter splitter;
        const auto passages = splitter.split(article.body, article.language);
        for (const PassageTerms& passage : passage_terms(article, passages, analyzers)) {
            REQUIRE(std::ranges::adjacent_find(passage.terms, std::ranges::greater_equal{},
                                               &TermImpact::term) == passage.terms.end());
            for (const auto& [term, impact] : passage.terms) {
                REQUIRE(!term.empty());
                REQUIRE(term.size() <= max_term_bytes);
                REQUIRE(impact <= max_impact);
            }
        }
    }
}
