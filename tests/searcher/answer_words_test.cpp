#include "searcher/answer_words.hpp"

#include "tests/catch.hpp"
#include "tests/searcher/sample_result.hpp"

using namespace dateline;

TEST_CASE("counts say what of how much is shown") {
    SearchResult result = test::sample_result();
    CHECK(counts_in_words(result) == "3 of 12 articles, 31 passages");
    result.folded_total = 1;
    CHECK(counts_in_words(result) == "3 of 11 articles and 1 near-identical copy, 31 passages");
    result.offset = 8;
    CHECK(counts_in_words(result) == "9-11 of 11 articles and 1 near-identical copy, 31 passages");
    result.hits.resize(1);
    CHECK(counts_in_words(result).starts_with("number 9 of 11 articles"));
    result.hits.resize(3);
    result.offset = 0;
    result.article_total = 4;
    CHECK(counts_in_words(result) == "3 articles and 1 near-identical copy, 31 passages");
    result.unit = AnswerUnit::passage;
    CHECK(counts_in_words(result) == "3 of 30 passages and 1 near-identical copy of 4 articles");
}

TEST_CASE("counts say which words were wanted, and the order") {
    SearchResult result = test::sample_result();
    result.bare_words = 3;
    CHECK(counts_in_words(result) == "3 of 12 articles, 31 passages, any of 3 words");
    result.needed = {2};
    CHECK(counts_in_words(result) == "3 of 12 articles, 31 passages, 2 of 3 words");
    result.needed = {WordsNeeded::all};
    result.sort = {SortKey::source, SortKey::newest};
    result.passage_total.reset();
    CHECK(counts_in_words(result) == "3 of 12 articles, all of 3 words, by source, newest first");
}

TEST_CASE("what is not shown of a hit is counted") {
    ArticleHit hit;
    CHECK(what_else(hit).empty());
    hit.more_passages = 1;
    hit.copies = {"b", "c", "d", "e"};
    hit.further_ids = {"f", "g"};
    CHECK(what_else(hit) ==
          std::vector<std::string>{"+1 more passage", "4 near-identical copies", "2 more ids"});
}

TEST_CASE("circumstances are date, source and place, as far as they are known") {
    CHECK(circumstances(test::sample_article()) ==
          std::vector<std::string>{"5 January 2020", "Northern Wire", "Baghdad"});
    CHECK(circumstances({}) == std::vector<std::string>{"undated"});
}
