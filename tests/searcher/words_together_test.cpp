#include "searcher/words_together.hpp"

#include <random>

#include "tests/catch.hpp"
#include "tests/searcher/frequent_words.hpp"
#include "tests/searcher/reference.hpp"

using namespace dateline;
using namespace dateline::test;

TEST_CASE("phrases of frequent words are found where a look at every word finds them") {
    std::vector<Article> articles = articles_of_frequent_words(400);
    for (std::size_t i = 0; i < articles.size(); i += 7) articles[i].language = "de";
    const SampleIndex sample(articles, 2);
    const Index index = sample.open();
    for (const Segment& segment : index.segments()) REQUIRE(segment.pairs().tells());
    const Reference reference(stored_articles(index));
    std::mt19937 random(2);
    std::size_t found = 0;
    for (int round = 0; round < 150; ++round) {
        const std::string phrase = random_phrase(random, 2 + random() % 3);
        INFO(phrase);
        std::vector<std::string> expected;
        for (const ReferenceHit& hit : reference.answer(parse_query(phrase)).hits)
            expected.push_back(hit.id);
        std::vector<std::string> ids = ids_of(index, phrase);
        std::ranges::sort(expected);
        std::ranges::sort(ids);
        REQUIRE(ids == expected);
        found += ids.size();
    }
    CHECK(found > 2000);
}

TEST_CASE("articles whose words are neighbours nowhere are no candidates of a phrase") {
    const SampleIndex sample(articles_of_frequent_words(400));
    const Index index = sample.open();
    std::size_t together = 0;
    std::size_t candidates = 0;
    std::size_t holding_both = 0;
    for (const char* const phrase : {"\"oil war\"", "\"court report\"", "\"bank of Iraq\"",
                                     "\"army talks\"", "\"talks on the army report\""}) {
        const PhraseLeaf leaf(index, phrase);
        const auto count_possible = [&](bool in_order) {
            std::size_t count = 0;
            const auto blocks = words_together_blocks(leaf.scope, leaf.group, in_order);
            for (std::uint32_t number = 0; number < leaf.scope.block_count(); ++number) {
                LeafBlock block;
                blocks->add_to(number, block);
                count += block.possible.count();
            }
            return count;
        };
        together += ids_of(index, phrase).size();
        candidates += count_possible(true);
        holding_both += count_possible(false);
    }
    CHECK(candidates >= together);
    CHECK(candidates - together < (holding_both - together) / 3);
}
