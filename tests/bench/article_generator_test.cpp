#include "bench/article_generator.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <map>
#include <set>

#include "corpus/analyzer.hpp"
#include "corpus/source.hpp"
#include "indexer/near_duplicates.hpp"
#include "indexer/word_sequences.hpp"
#include "tests/catch.hpp"

using namespace dateline;

namespace {

std::vector<Article> articles_of(std::uint64_t seed, std::size_t count) {
    ArticleGenerator generator(seed);
    std::vector<Article> articles;
    while (articles.size() < count) articles.push_back(generator.next());
    return articles;
}

std::string lines_of(const std::vector<Article>& articles) {
    std::string lines;
    for (const Article& article : articles) lines += json_line(article);
    return lines;
}

std::vector<std::uint64_t> word_hashes(const std::string& body, Analyzer& analyzer) {
    std::vector<std::uint64_t> words;
    for (const Token& token : analyzer.analyze(body))
        words.push_back(word_hash(token.word->folded));
    return words;
}

}  // namespace

TEST_CASE("the same seed gives the same bytes on every machine") {
    const std::string lines = lines_of(articles_of(1, 300));
    CHECK(XXH3_64bits(lines.data(), lines.size()) == 0xED5F136D772B1F1C);
    CHECK(lines == lines_of(articles_of(1, 300)));
    CHECK(lines != lines_of(articles_of(2, 300)));
}

TEST_CASE("index reads every line back as the article that it was") {
    const std::vector<Article> articles = articles_of(3, 400);
    const std::string lines = lines_of(articles);
    std::vector<Article> read;
    ReadOptions options;
    options.dates.today = *day_number({2021, 1, 1});
    const auto stream = open_bytes(lines);
    read_source(*stream, {}, options, [&](ReadEvent&& event) {
        REQUIRE(std::holds_alternative<Article>(event));
        read.push_back(std::get<Article>(std::move(event)));
    });
    REQUIRE(read.size() == articles.size());
    for (std::size_t i = 0; i < read.size(); ++i) {
        Article expected = articles[i];
        expected.origin = read[i].origin;
        REQUIRE(read[i] == expected);
    }
}

TEST_CASE("articles have ids of their own, fifteen years, several papers, and may be undated") {
    std::set<std::string> ids;
    std::set<std::string> papers;
    std::set<std::int32_t> years;
    std::size_t undated = 0;
    for (const Article& article : articles_of(4, 3000)) {
        ids.insert(article.id);
        papers.insert(article.source);
        if (article.date.known()) years.insert(calendar_day(article.date.day).year);
        undated += !article.date.known();
    }
    CHECK(ids.size() == 3000);
    CHECK(papers.size() == 12);
    CHECK(years.size() == 15);
    CHECK(undated > 10);
    CHECK(undated < 90);
}

TEST_CASE("a few articles are near-duplicates of others, fewer are exact duplicates") {
    const std::vector<Article> articles = articles_of(5, 3000);
    Analyzer analyzer("en");
    std::vector<std::vector<std::uint64_t>> words;
    std::vector<Sketch> sketches;
    std::vector<SegmentArticle> all;
    std::map<std::string, std::size_t> bodies;
    for (const Article& article : articles) {
        all.push_back({0, static_cast<std::uint32_t>(all.size())});
        words.push_back(word_hashes(article.body, analyzer));
        sketches.push_back(sketch_of(words.back()));
        ++bodies[article.headline + article.source + article.date.raw + article.body];
    }
    const auto clusters =
        near_duplicate_clusters(std::vector<SketchedSegment>{{sketches, {}}}, {}, all,
                                [&](SegmentArticle at) { return words[at.article]; });
    std::size_t copies = 0;
    for (const auto& cluster : clusters) copies += cluster.size() - 1;
    CHECK(copies > 90);
    CHECK(copies < 210);
    CHECK(articles.size() - bodies.size() > 15);
    CHECK(articles.size() - bodies.size() < 60);
}
