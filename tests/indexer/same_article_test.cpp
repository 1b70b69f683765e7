#include "indexer/same_article.hpp"

#include <random>

#include "tests/catch.hpp"
#include "tests/indexer/some_articles.hpp"

using namespace dateline;

TEST_CASE("the share of sequences is that of the definition") {
    // 1 2 3 4 5 | 2 3 4 5 6 against 2 3 4 5 6 | 3 4 5 6 7: one of three.
    CHECK(shared_sequences("one two three four five six", "two three four five six seven") ==
          1.0 / 3);
    CHECK(shared_sequences("one two", "one two") == 1);
    CHECK(shared_sequences("one two", "one three") == 0);
    CHECK(shared_sequences("One, TWO three: four five.", "one two three four five") == 1);
    CHECK(shared_sequences("", "") == 0);
    CHECK(shared_sequences("one two", "") == 0);
}

TEST_CASE("the share is symmetric, and a text shares all with itself") {
    std::mt19937 random(1);
    for (int round = 0; round < 50; ++round) {
        const std::string a = test::some_words(random, 10 + random() % 60);
        const std::string b = a.substr(0, a.size() / 2) + test::some_words(random, 20);
        CHECK(shared_sequences(a, b) == shared_sequences(b, a));
        CHECK(shared_sequences(a, a) == 1);
    }
}

TEST_CASE("articles are the same by headline or by much of their text") {
    std::mt19937 random(2);
    const std::string body = test::some_words(random, 100);
    const std::string other = test::some_words(random, 100);
    const auto article = [](std::string_view headline, std::string_view text) {
        return test::some_article("1", headline, text);
    };
    CHECK(is_same_article(article("Storm", body), article("Storm", other)));
    CHECK(is_same_article(article("Storm", body), article("Calm", body + " and more")));
    CHECK_FALSE(is_same_article(article("Storm", body), article("Calm", other)));
    CHECK_FALSE(is_same_article(article("", body), article("", other)));
}
