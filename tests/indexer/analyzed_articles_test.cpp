#include "indexer/analyzed_articles.hpp"

#include "corpus/stored_passage.hpp"
#include "corpus/text_compressor.hpp"
#include "indexer/article_analyzer.hpp"
#include "tests/catch.hpp"
#include "tests/indexer/varied_articles.hpp"

using namespace dateline;

TEST_CASE("articles in memory are given back as they were added") {
    const auto articles = test::varied_articles(1, 200);
    AnalyzedArticles made;
    ArticleAnalyzer analyzer(100);
    for (std::size_t i = 0; i < articles.size(); ++i) analyzer.analyze(articles[i], i + 7, made);
    REQUIRE(made.article_count() == articles.size());
    for (std::uint32_t i = 0; i < articles.size(); ++i) {
        REQUIRE(made.article(i) == articles[i]);
        REQUIRE(made.number(i) == i + 7);
        REQUIRE(made.id(i) == articles[i].id);
        REQUIRE(made.is_wanted(i));
    }
}

TEST_CASE("the facts of an article in memory are the article's") {
    AnalyzedArticles made;
    ArticleAnalyzer analyzer(1000);
    for (const Article& article : test::varied_articles(2, 60)) {
        analyzer.analyze(article, 0, made);
        const ArticleFacts facts = made.facts(made.article_count() - 1);
        REQUIRE(facts.dated == article.date.known());
        REQUIRE(facts.day == (facts.dated ? article.date.day : 0));
        if (facts.dated)
            REQUIRE(std::int64_t{facts.day} * 86'400 + facts.seconds == article.date.instant);
        REQUIRE(facts.language == article.language);
        REQUIRE(facts.content_hash == content_hash(article));
        REQUIRE(facts.text_bytes == article.headline.size() + article.body.size());
    }
}

TEST_CASE("the stored header holds all but headline and body") {
    const auto articles = test::varied_articles(3, 20);
    AnalyzedArticles made;
    ArticleAnalyzer analyzer(1000);
    for (const Article& article : articles) analyzer.analyze(article, 0, made);
    TextCompressor compressor("");
    TextDecompressor decompressor("");
    made.set_compressor(compressor);
    for (std::uint32_t i = 0; i < articles.size(); ++i) {
        Article expected = articles[i];
        expected.headline.clear();
        expected.body.clear();
        REQUIRE(decode_header(made.header(i)) == expected);
        REQUIRE(decode_header(decompressor.decompress(made.stored_header(i))) == expected);
    }
}

TEST_CASE("an article that was dropped is not wanted, and stays what it is") {
    const auto articles = test::varied_articles(4, 3);
    AnalyzedArticles made;
    ArticleAnalyzer analyzer(1000);
    for (const Article& article : articles) analyzer.analyze(article, 0, made);
    made.drop(1);
    CHECK(made.is_wanted(0));
    CHECK_FALSE(made.is_wanted(1));
    CHECK(made.is_wanted(2));
    CHECK(made.article(1) == articles[1]);
}
