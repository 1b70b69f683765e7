#include "searcher/leaf_statistics.hpp"

#include <cmath>

#include "searcher/matched_index.hpp"
#include "tests/catch.hpp"
#include "tests/searcher/sample_index.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

// "red sky" in every third article, both words in all.
std::vector<Article> skies(int count) {
    std::vector<Article> articles;
    for (int i = 0; i < count; ++i)
        articles.push_back(article("a" + std::to_string(i), "",
                                   std::string(i % 3 == 0 ? "A red sky" : "A sky of red") +
                                       " on day " + std::to_string(i)));
    return articles;
}

std::vector<LeafStatistics> statistics(const Index& index, const std::string& text) {
    Analyzers analyzers;
    const Query query = parse_query(text);
    const Plan plan = make_plan(query, index.languages(), analyzers);
    std::vector<SegmentScope> scopes;
    std::vector<SegmentMatches> matches(index.segments().size());
    std::vector<SegmentMatcher> matchers;
    scopes.reserve(matches.size());
    for (std::size_t i = 0; i < matches.size(); ++i) {
        scopes.emplace_back(index.segments()[i], plan, analyzers);
        matchers.emplace_back(scopes.back(), matches[i]);
    }
    return leaf_statistics(archive_size(index), scopes, matchers);
}

}  // namespace

TEST_CASE("what terms tell is counted, what texts tell is counted in a sample") {
    const SampleIndex whole(skies(1200));
    const Index one = whole.open();
    const std::vector<LeafStatistics> counted = statistics(one, "sky \"red sky\" -77");
    REQUIRE(counted.size() == 3);
    CHECK(counted[0].articles == 1200);
    CHECK(counted[0].frequency == 1200);
    CHECK(std::abs(counted[1].articles - 400) < 120);
    CHECK(counted[1].frequency == counted[1].articles);
    CHECK(counted[2].articles == 0);  // denied

    const SampleIndex parts(skies(1200), 3);
    const Index three = parts.open();
    REQUIRE(three.segments().size() == 3);
    const std::vector<LeafStatistics> again = statistics(three, "sky \"red sky\" -77");
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(again[i].articles == counted[i].articles);
        CHECK(again[i].frequency == counted[i].frequency);
    }
}

TEST_CASE("few candidates are all looked at, and one leaf alone is not looked at") {
    const SampleIndex sample(skies(90));
    const Index index = sample.open();
    CHECK(statistics(index, "sky \"red sky\"")[1].articles == 30);
    CHECK(statistics(index, "\"red sky\"")[0].articles == 45);
}

TEST_CASE("a sample is about as large as asked for, and depends on contents alone") {
    CHECK(sample_step(0) == 1);
    CHECK(sample_step(511) == 1);
    CHECK(sample_step(512) == 2);
    CHECK(sample_step(59'000) == 230);
    const SampleIndex whole(skies(600));
    const Index index = whole.open();
    const ArticlesFile& file = index.segments().front().articles();
    const ArticleSet all = articles_between(0, 600);
    CHECK(sampled(file, all, 1) == all);
    const ArticleSet half = sampled(file, all, 2);
    CHECK(half.size() > 240);
    CHECK(half.size() < 360);
    for (const std::uint32_t article : half) CHECK(file.entry(article).content_hash % 2 == 0);
}

TEST_CASE("dead articles are not counted, whatever tells where a word stands") {
    std::vector<Article> articles = skies(600);
    for (std::size_t i = 0; i < articles.size(); i += 2) articles[i].body += " and another sky";
    for (std::size_t i = 0; i < articles.size(); i += 60) articles[i].body += " over a zebra";
    const SampleIndex sample(articles);
    sample.bury({"a0", "a1", "a60", "a599"});
    const std::vector<LeafStatistics> counted = statistics(sample.open(), "sky zebra nothing");
    REQUIRE(counted.size() == 3);
    CHECK(counted[0].articles == 596);
    CHECK(counted[0].frequency == 596 + 298);
    CHECK(counted[1].articles == 8);
    CHECK(counted[1].frequency == 8);
    CHECK(counted[2].articles == 0);
    CHECK(counted[2].frequency == 0);
}
