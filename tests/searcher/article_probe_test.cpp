#include "searcher/article_probe.hpp"

#include "tests/catch.hpp"
#include "tests/searcher/sample_index.hpp"

using namespace dateline;
using namespace dateline::test;

TEST_CASE("an article is asked any query, and so is one of its passages") {
    std::string body;
    for (int i = 0; i < 60; ++i) body += "The harbour was calm on that day, and nobody sailed. ";
    const SampleIndex sample(
        {article("a", "Storm", body + "Ships met at night."), article("b", "", "Nothing else.")});
    const Index index = sample.open();
    ArticleProbe whole(index, *index.find_article("a"), {}, AnswerUnit::article, 0);
    CHECK(whole.holds(parse_query("storm AND ships NOT nothing")));
    CHECK_FALSE(whole.holds(parse_query("nothing")));
    CHECK(whole.holds(parse_query("storm zebra")));
    CHECK_FALSE(whole.holds(parse_query("storm zebra"), {WordsNeeded::all}));
    ArticleProbe first(index, *index.find_article("a"), {}, AnswerUnit::passage, 0);
    CHECK(first.holds(parse_query("storm")));
    CHECK_FALSE(first.holds(parse_query("ships")));
}

TEST_CASE("the number with which a query holds is found, and no smaller one holds") {
    const SampleIndex sample({article("a", "", "Alpha one two three beta. Alpha, alpha again.")});
    const Index index = sample.open();
    ArticleProbe probe(index, *index.find_article("a"), {}, AnswerUnit::article, 0);
    const Query near = parse_query("alpha w/1 beta");
    CHECK(probe.least_number(near, 1, 1000) == 1);
    const Query ordered = parse_query("alpha pre/1 beta");
    CHECK(probe.least_number(ordered, 1, 1000) == 4);
    CHECK(probe.least_number(parse_query("\"alpha beta\""), 1, 50) == 3);
    CHECK_FALSE(probe.least_number(parse_query("alpha w/1 zebra"), 1, 1000));
    CHECK_FALSE(probe.least_number(near, 3, 2));
    CHECK(probe.greatest_number(parse_query("atleast9(alpha)"), 1, 9) == 3);
    CHECK_FALSE(probe.greatest_number(parse_query("atleast9(zebra)"), 1, 9));
}

TEST_CASE("words are told as they are written") {
    const SampleIndex sample({article("a", "Trains", "A train TRAINS on.")});
    const Index index = sample.open();
    ArticleProbe probe(index, *index.find_article("a"), {}, AnswerUnit::article, 0);
    std::vector<std::string> written;
    for (const auto& word : probe.words()) written.push_back(word.text);
    CHECK(written == std::vector<std::string>{"Trains", "A", "train", "TRAINS", "on"});
    CHECK(probe.words()[0].term == probe.words()[3].term);
    REQUIRE(probe.words_in("al-Qaeda's men").size() == 3);
}

TEST_CASE("a probe that asked much asks no more, and says so") {
    const SampleIndex sample({article("a", "", "Storm at sea.")});
    const Index index = sample.open();
    ArticleProbe probe(index, *index.find_article("a"), {}, AnswerUnit::article, 0);
    CHECK(probe.holds(parse_query("storm")));
    std::string words = "storm";
    for (int i = 0; i < 3000; ++i) words += " w" + std::to_string(i);
    for (int i = 0; i < 5; ++i) probe.holds(parse_query(words));
    CHECK(probe.gave_up());
    CHECK_FALSE(probe.holds(parse_query("storm")));
    CHECK_FALSE(probe.least_number(parse_query("storm w/9 sea"), 1, 9));
}
