#include "indexer/article_analyzer.hpp"

#include "indexer/word_sequences.hpp"
#include "tests/catch.hpp"
#include "tests/indexer/naive_terms.hpp"
#include "tests/indexer/varied_articles.hpp"

using namespace dateline;
using test::Terms;

namespace {

std::vector<Terms> terms_in(const AnalyzedArticles& made, std::uint32_t article) {
    const AnalyzedArticles::Terms read = made.read_terms(article);
    std::vector<Terms> all;
    const TermImpact* term = read.terms.data();
    for (const std::uint32_t count : read.counts) {
        Terms& terms = all.emplace_back();
        for (const TermImpact* const end = term + count; term != end; ++term)
            REQUIRE(terms.emplace(made.terms()[term->term()], term->impact()).second);
    }
    return all;
}

std::vector<Terms> terms_of(const Article& article) {
    AnalyzedArticles made;
    ArticleAnalyzer(1000).analyze(article, 0, made);
    return terms_in(made, 0);
}

}  // namespace

TEST_CASE("the terms of each passage are those of a naive computation") {
    const auto articles = test::varied_articles(1, 150);
    const std::size_t remembered_forms = GENERATE(std::size_t{8}, std::size_t{1} << 16);
    AnalyzedArticles made;
    ArticleAnalyzer analyzer(remembered_forms);
    for (std::size_t i = 0; i < articles.size(); ++i) analyzer.analyze(articles[i], i, made);
    REQUIRE(made.article_count() == articles.size());
    for (std::uint32_t i = 0; i < articles.size(); ++i) {
        INFO(articles[i].headline << '\n' << articles[i].body);
        REQUIRE(terms_in(made, i) == test::naive_terms(articles[i]));
    }
}

TEST_CASE("passages are those of the splitter, with their breaks and the white space between") {
    AnalyzedArticles made;
    ArticleAnalyzer analyzer(1000);
    PassageSplitter splitter;
    for (const Article& article : test::varied_articles(2, 60)) {
        analyzer.analyze(article, 0, made);
        const std::vector<Passage> passages = splitter.split(article.body, article.language);
        std::size_t i = 0;
        made.read_passages(made.article_count() - 1, [&](const CodedPassage& passage) {
            const Passage& expected = passages.at(i++);
            const std::size_t gap_end =
                i < passages.size() ? passages[i].range.begin : article.body.size();
            REQUIRE(passage.begin == expected.range.begin);
            REQUIRE(passage.breaks == expected.breaks);
            REQUIRE(passage.is_first == (i == 1));
            REQUIRE(passage.gap ==
                    article.body.substr(expected.range.end, gap_end - expected.range.end));
        });
        REQUIRE(i == passages.size());
        REQUIRE(made.facts(made.article_count() - 1).passages == passages.size());
    }
}

TEST_CASE("the sketch is that of the words by which the article is compared") {
    AnalyzedArticles made;
    ArticleAnalyzer analyzer(1000);
    PassageSplitter splitter;
    for (const Article& article : test::varied_articles(3, 60)) {
        analyzer.analyze(article, 0, made);
        Analyzer words(article.language);
        std::vector<std::uint64_t> headline;
        for (const Token& token : words.analyze(article.headline))
            headline.push_back(word_hash(token.word->folded));
        std::vector<std::uint64_t> body;
        for (const Passage& passage : splitter.split(article.body, article.language))
            for (const Token& token : words.analyze(passage.range.in(article.body)))
                body.push_back(word_hash(token.word->folded));
        REQUIRE(made.sketch(made.article_count() - 1) == sketch_of(compared_words(headline, body)));
    }
}

TEST_CASE("a word's impact counts the body, and the headline with its weight") {
    const Terms terms = terms_of(test::some_article("a", "Iraq training",
                                                    "Nato trains soldiers. Training in Iraq."))
                            .front();
    const double tokens = 6;
    CHECK(terms.at("train") == impact(2 + impact_headline_weight, tokens));
    CHECK(terms.at("iraq") == impact(1 + impact_headline_weight, tokens));
    CHECK(terms.at("nato") == impact(1, tokens));
    CHECK(terms.at("Strain") == impact(1, 2));
    CHECK(terms.at("Siraq") == impact(1, 2));
    CHECK_FALSE(terms.contains("Snato"));
}

TEST_CASE("headline and fields belong to the first passage only") {
    std::mt19937 random(1);
    Article article = test::some_article("a", "Storm", test::some_words(random, 400));
    article.source = "Wire";
    const std::vector<Terms> all = terms_of(article);
    REQUIRE(all.size() > 1);
    for (const std::string term : {"Sstorm", "storm", "Qa", "Hwire", "Len"})
        for (std::size_t i = 0; i < all.size(); ++i) CHECK(all[i].contains(term) == (i == 0));
}

TEST_CASE("fields give filter terms without impact") {
    Article article = test::some_article("x/1", "", "text");
    article.source = "Daily WIRE";
    article.section = "Économie";
    article.byline = "Jane Doe, JANE Roe";
    article.place = "New York";
    Terms terms = terms_of(article).front();
    CHECK(terms.erase("text") == 1);
    CHECK(terms == Terms{{"Qx/1", 0},
                         {"Hdaily wire", 0},
                         {"Geconomie", 0},
                         {"Len", 0},
                         {"Bjane", 0},
                         {"Bdoe", 0},
                         {"Broe", 0},
                         {"Pnew", 0},
                         {"Pyork", 0}});
}

TEST_CASE("an acronym that is also a word has a term of its own") {
    const Terms terms = terms_of(test::some_article("a", "US leaves", "The U.S. told us.")).front();
    CHECK(terms.at("Uus") == impact(1 + impact_headline_weight, 4));
    CHECK(terms.at("SUus") == impact(1, 2));
}

TEST_CASE("an article without body is found by its headline") {
    const std::vector<Terms> terms = terms_of(test::some_article("a", "Storm", ""));
    REQUIRE(terms.size() == 1);
    CHECK(terms[0].at("storm") == impact(impact_headline_weight, 0));
    CHECK(terms[0].at("Sstorm") == impact(1, 1));
}

TEST_CASE("frequencies and lengths beyond the usual have their impact too") {
    std::string body;
    for (int i = 0; i < 120; ++i) body += "storm ";
    body += "passed";
    const Terms terms = terms_of(test::some_article("a", "Storm storm", body)).front();
    CHECK(terms.at("storm") == impact(120 + 2 * impact_headline_weight, 121));
    // One sentence without a blank that could be cut: a passage of more words than usual.
    std::string dashed = "a0";
    for (int i = 1; i < 1000; ++i) dashed += "-a" + std::to_string(i);
    for (const Terms& of_passage : test::naive_terms(test::some_article("b", "", dashed)))
        CHECK_FALSE(of_passage.empty());
    CHECK(terms_of(test::some_article("b", "", dashed)) ==
          test::naive_terms(test::some_article("b", "", dashed)));
}

TEST_CASE("no term is longer than Xapian takes") {
    std::mt19937 random(1);
    for (int round = 0; round < 20; ++round) {
        Article article = test::random_article(random, std::string(400, 'i'));
        article.headline += ' ' + std::string(500, 'h');
        article.body += ' ' + std::string(500, 'b');
        article.source = std::string(500, 's');
        for (const Terms& passage : terms_of(article))
            for (const auto& [term, impact] : passage) {
                REQUIRE(!term.empty());
                REQUIRE(term.size() <= max_term_bytes);
                REQUIRE(impact <= max_impact);
            }
    }
}
