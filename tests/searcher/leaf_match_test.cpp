#include "searcher/leaf_match.hpp"

#include "tests/catch.hpp"
#include "tests/searcher/sample_index.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

// Articles 0, 1, 2 ... of the segment that the one word or phrase of a query holds in.
ArticleSet found(const Index& index, const std::string& text) {
    Analyzers analyzers;
    const Query query = parse_query(text);
    const Plan plan = make_plan(query, index.languages(), analyzers);
    const SegmentScope scope(index.segments().front(), plan, analyzers);
    return match_leaf(scope, plan.leaves.at(0)).articles;
}

// Undated articles stand in the order of their ids.
Article numbered(char number, const std::string& headline, const std::string& body,
                 const std::string& language = "en") {
    Article made = article(std::string(1, number), headline, body);
    made.language = language;
    return made;
}

}  // namespace

TEST_CASE("a word is found where its field says") {
    std::string lead;
    for (int i = 0; i < 20; ++i) lead += "Nothing of note was said on that long day. ";
    const SampleIndex sample({numbered('a', "Storm warning", "Rain is expected."),
                              numbered('b', "Weather", "A storm is coming."),
                              numbered('c', "Storm", "A storm is coming."),
                              numbered('d', "Weather", lead + "\n\nA storm is coming.")});
    const Index index = sample.open();
    REQUIRE(index.passage({0, 3}, 2));
    CHECK(found(index, "storm") == ArticleSet{0, 1, 2, 3});
    CHECK(found(index, "storms") == ArticleSet{0, 1, 2, 3});
    CHECK(found(index, "headline:storm") == ArticleSet{0, 2});
    CHECK(found(index, "body:storm") == ArticleSet{1, 2, 3});
    CHECK(found(index, "lead:storm") == ArticleSet{1, 2});
    CHECK(found(index, "hlead:storm") == ArticleSet{0, 1, 2});
    CHECK(found(index, "headline:\"storm warning\"") == ArticleSet{0});
    CHECK(found(index, "body:\"storm is\"") == ArticleSet{1, 2, 3});
    CHECK(found(index, "lead:\"storm is\"") == ArticleSet{1, 2});
    CHECK(found(index, "hlead:\"storm warning\"") == ArticleSet{0});
}

TEST_CASE("a word is analysed as the article's language wants") {
    const SampleIndex sample(
        {numbered('a', "", "Die Häuser stehen.", "de"), numbered('b', "", "A house stands.", "en"),
         numbered('c', "", "The houses stand.", "en"), numbered('d', "", "Das Haus steht.", "de")});
    const Index index = sample.open();
    CHECK(found(index, "Haus") == ArticleSet{0, 3});
    CHECK(found(index, "house") == ArticleSet{1, 2});
}

TEST_CASE("a word of several tokens is found with them side by side") {
    const SampleIndex sample({numbered('a', "", "A leader of al-Qaeda spoke."),
                              numbered('b', "", "Al said that Qaeda had gone."),
                              numbered('c', "Al Qaeda", "")});
    const Index index = sample.open();
    CHECK(found(index, "al-Qaeda") == ArticleSet{0, 2});
}

TEST_CASE("a match in the headline is one of the first passage") {
    const SampleIndex sample({numbered('a', "Storm warning", "Rain.")});
    const Index index = sample.open();
    Analyzers analyzers;
    const Query query = parse_query("\"storm warning\"");
    const Plan plan = make_plan(query, index.languages(), analyzers);
    const SegmentScope scope(index.segments().front(), plan, analyzers);
    const LeafMatches matches = match_leaf(scope, plan.leaves.at(0));
    REQUIRE(matches.passages.size() == 1);
    CHECK(matches.passages[0].docid == 1);
    CHECK(matches.passages[0].impact > 0);
}
