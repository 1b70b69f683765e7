#include "searcher/article_set.hpp"

#include <random>
#include <set>

#include "tests/catch.hpp"

using namespace dateline;

namespace {

std::set<std::uint32_t> random_set(std::mt19937& random) {
    std::set<std::uint32_t> articles;
    for (std::uint32_t i = 0; i < random() % 12; ++i)
        articles.insert(static_cast<std::uint32_t>(random() % 16));
    return articles;
}

ArticleSet flat(const std::set<std::uint32_t>& articles) {
    return {articles.begin(), articles.end()};
}

}  // namespace

TEST_CASE("operations on article sets are those of mathematics") {
    std::mt19937 random(7);
    for (int round = 0; round < 500; ++round) {
        const std::set<std::uint32_t> a = random_set(random);
        const std::set<std::uint32_t> b = random_set(random);
        std::set<std::uint32_t> either = a;
        either.insert(b.begin(), b.end());
        std::set<std::uint32_t> both;
        std::set<std::uint32_t> left;
        for (const std::uint32_t article : a) (b.contains(article) ? both : left).insert(article);
        CHECK(in_either(flat(a), flat(b)) == flat(either));
        CHECK(in_both(flat(a), flat(b)) == flat(both));
        CHECK(without(flat(a), flat(b)) == flat(left));
        for (std::uint32_t article = 0; article < 16; ++article)
            CHECK(contains(flat(a), article) == a.contains(article));
    }
}

TEST_CASE("a set is made of articles in any order, each once") {
    CHECK(article_set({5, 1, 5, 3, 1}) == ArticleSet{1, 3, 5});
    CHECK(article_set({}).empty());
}

TEST_CASE("a range of articles ends before its end") {
    CHECK(articles_between(2, 5) == ArticleSet{2, 3, 4});
    CHECK(articles_between(4, 4).empty());
    CHECK(articles_between(5, 4).empty());
}
