#include "searcher/leaf_blocks.hpp"

#include <map>

#include "searcher/leaf_match.hpp"
#include "tests/catch.hpp"
#include "tests/searcher/sample_index.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

// Over 256 articles, in two languages; "storm" is frequent in all of them, "quake" is not.
std::vector<Article> articles() {
    std::vector<Article> made;
    for (int i = 0; i < 400; ++i) {
        std::string body = "Day " + std::to_string(i) + ".";
        if (i % 3 != 0) body += " A storm and another storm over the coast.";
        if (i % 50 == 0) body += " The quake came after the storm.";
        made.push_back(article("a" + std::to_string(i), i % 4 == 0 ? "Storm" : "News", body));
        if (i % 5 == 0) made.back().language = "de";
    }
    return made;
}

struct Looked {
    explicit Looked(const Index& index, const std::string& text)
        : query(parse_query(text)),
          plan(make_plan(query, index.languages(), analyzers)),
          scope(index.segments().front(), plan, analyzers),
          matcher(scope, plan.leaves.at(0)) {}

    Query query;
    Analyzers analyzers;
    Plan plan;
    SegmentScope scope;
    LeafMatcher matcher;
};

}  // namespace

TEST_CASE("a first look at blocks tells no less than the texts do") {
    const SampleIndex sample(articles());
    const Index index = sample.open();
    for (const char* const text :
         {"storm", "quake", "headline:storm", "body:storm", "\"the storm\"", "\"storm over\"",
          "\"quake came\"", "storm w/3 coast", "quake pre/9 storm", "(quake OR coast) w/5 storm",
          "coast NOT w/2 quake", "atleast2(storm)", "sto* w/4 coast", "=storms", "caps(Storm)"}) {
        INFO(text);
        Looked looked(index, text);
        const LeafMatches all = looked.matcher.all();
        const bool is_sure = looked.matcher.is_told_by_terms();
        std::map<std::uint32_t, std::uint32_t> possible;
        ArticleSet sure;
        for (std::uint32_t number = 0; number < looked.scope.block_count(); ++number) {
            const LeafBlock block = looked.matcher.block(number);
            block.possible.for_each([&](std::uint32_t place) {
                possible[number * articles_each_block + place] = block.frequencies[place];
            });
            block.sure.for_each(
                [&](std::uint32_t place) { sure.push_back(number * articles_each_block + place); });
        }
        for (const std::uint32_t article : all.articles) {
            const std::uint32_t number = article / articles_each_block;
            CHECK(looked.matcher.next_block(number) == number);
            REQUIRE(possible.contains(article));
            CHECK(possible[article] >= 1);
        }
        for (std::uint32_t number = 0; number < looked.scope.block_count(); ++number)
            CHECK(looked.matcher.glance(number).possible == looked.matcher.block(number).possible);
        CHECK(is_sure ==
              (text[0] != '"' && std::string(text).find_first_of("/(=") == std::string::npos));
        if (is_sure) CHECK(sure == all.articles);
        if (!is_sure) CHECK(sure.empty());
    }
}

TEST_CASE("blocks without an article that may hold a leaf are passed over") {
    std::vector<Article> many;
    for (int i = 0; i < 1000; ++i) {
        std::string body = "A storm on day " + std::to_string(i) + ".";
        if (i == 990 || i == 10) body += " The quake came.";
        many.push_back(article("a" + std::to_string(1000 + i), "News", body));
    }
    const SampleIndex sample(many);
    const Index index = sample.open();
    for (const char* const text :
         {"quake", "\"quake came\"", "body:quake", "quake w/3 came", "(quake w/2 came) w/3 came"}) {
        INFO(text);
        Looked looked(index, text);
        CHECK(looked.matcher.next_block(0) == 0);
        CHECK(looked.matcher.next_block(1) == 3);
        CHECK(looked.matcher.next_block(4) == 4);
    }
    CHECK(Looked(index, "storm").matcher.next_block(2) == 2);
    CHECK(Looked(index, "zebra").matcher.next_block(0) == 4);
}

TEST_CASE("how often a word stands in all articles is known where it is in the file") {
    std::vector<Article> english = articles();
    for (Article& article : english) article.language = "en";
    const SampleIndex sample(english);
    const Index index = sample.open();
    const std::optional<WordTotals> storm = Looked(index, "storm").matcher.totals();
    REQUIRE(storm);
    Looked looked(index, "storm");
    WordTotals expected;
    for (std::uint32_t number = 0; number < looked.scope.block_count(); ++number) {
        const LeafBlock block = looked.matcher.block(number);
        expected.articles += block.sure.count();
        block.sure.for_each(
            [&](std::uint32_t place) { expected.frequency += block.frequencies[place]; });
    }
    CHECK(storm->articles == expected.articles);
    CHECK(storm->frequency == expected.frequency);
    CHECK_FALSE(Looked(index, "quake").matcher.totals());
    CHECK_FALSE(Looked(index, "\"the storm\"").matcher.totals());
    const SampleIndex two(articles());  // languages
    CHECK_FALSE(Looked(two.open(), "storm").matcher.totals());
}

TEST_CASE("what few articles hold is told from postings as what many hold is from the file") {
    const SampleIndex sample(articles());
    const Index index = sample.open();
    Looked looked(index, "storm");
    REQUIRE(index.segments().front().frequencies()->find("storm"));
    REQUIRE_FALSE(index.segments().front().frequencies()->find("quak"));
    const std::unique_ptr<GroupBlocks> listed =
        listed_blocks(looked.scope, looked.matcher.all(), true);
    for (std::uint32_t number = 0; number < looked.scope.block_count(); ++number) {
        const LeafBlock by_file = looked.matcher.block(number);
        LeafBlock by_postings;
        listed->add_to(number, by_postings);
        CHECK(by_file.possible == by_postings.possible);
        CHECK(by_file.sure == by_postings.sure);
        CHECK(by_file.frequencies == by_postings.frequencies);
    }
}
